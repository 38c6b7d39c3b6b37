import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	afterPerson,
	afterReceiver,
	canRelayBecome,
	isOpenRelay,
	mayReceive,
	type Relay,
	type RelayState,
	relayStates,
	whyNotPropose,
} from './relay.ts';

const at = new Date('2026-11-23T11:00:00Z');
const relay = (over: Partial<Relay> = {}): Relay => ({
	state: 'proposed',
	fromOrganisationId: 'mission',
	toOrganisationId: 'ccas',
	toHatId: null,
	personAcceptedAt: null,
	...over,
});

test('a relay ends once: refused, withdrawn or effective', () => {
	const legal = new Set([
		'proposed accepted',
		'proposed refused',
		'proposed withdrawn',
		'proposed effective',
		'accepted effective',
		'accepted withdrawn',
	]);
	for (const from of relayStates)
		for (const to of relayStates) expect(canRelayBecome(from, to)).toBe(legal.has(`${from} ${to}`));
	expect(relayStates.filter(isOpenRelay)).toEqual(['proposed', 'accepted']);
});

test('effective takes two yeses, in whatever order they come', () => {
	fc.assert(
		fc.property(fc.array(fc.constantFrom('person', 'receiver'), { maxLength: 5 }), (yeses) => {
			let now = relay();
			for (const yes of yeses) {
				if (!isOpenRelay(now.state)) break;
				const state: RelayState = yes === 'person' ? afterPerson(now) : afterReceiver(now);
				now = { ...now, state, ...(yes === 'person' && { personAcceptedAt: at }) };
			}
			expect(now.state === 'effective').toBe(new Set(yeses).size === 2);
		}),
	);
});

test('a colleague named is the only one awaited; else any worker of the other organisation', () => {
	const nour = { hatId: 'nour', organisationId: 'ccas' };
	const max = { hatId: 'max', organisationId: 'ccas' };
	expect([mayReceive(relay(), nour), mayReceive(relay(), max)]).toEqual([true, true]);
	expect([mayReceive(relay({ toHatId: 'nour' }), nour), mayReceive(relay({ toHatId: 'nour' }), max)]).toEqual(
		[true, false],
	);
	expect(mayReceive(relay(), { hatId: 'awa', organisationId: 'mission' })).toBe(false);
});

test('to another organisation, her agreement comes first', () => {
	const awa = { hatId: 'awa', organisationId: 'mission' };
	const ccas = { hatId: null, organisationId: 'ccas' };
	expect(whyNotPropose(awa, ccas, false)).toBe('steps.relay-no-agreement');
	expect(whyNotPropose(awa, ccas, true)).toBeUndefined();
	expect(whyNotPropose(awa, { hatId: 'leo', organisationId: 'mission' }, false)).toBeUndefined();
	expect(whyNotPropose(awa, awa, true)).toBe('steps.relay-to-self');
});
