import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stepStates, walkTo } from './step.ts';
import { type Mover, type OwnedStep, whyNotMove } from './step-policy.ts';

const at = new Date('2026-11-23T11:00:00Z');
const owner: Mover = { voice: 'worker', hatId: 'awa', leads: true };
const colleague: Mover = { voice: 'worker', hatId: 'leo', leads: true };
const partner: Mover = { voice: 'worker', hatId: 'nour', leads: false };
const person: Mover = { voice: 'person' };
const helper: Mover = { voice: 'helper' };
const movers = fc.constantFrom(owner, colleague, partner, person, helper);

const step = (over: Partial<OwnedStep> = {}): OwnedStep => ({
	state: 'planned',
	owner: 'worker',
	ownerHatId: 'awa',
	endedAt: null,
	...over,
});

test('only she accepts: herself, by her helper, or aloud before somebody named', () => {
	const proposed = step({ state: 'proposed' });
	const answer = (mover: Mover, before: string | null = null) =>
		whyNotMove(mover, proposed, { to: 'accepted', before, at });
	expect(answer(person)).toBeUndefined();
	expect(answer(helper)).toBeUndefined();
	for (const mover of [owner, colleague, partner]) {
		expect(answer(mover)).toBe('steps.before-missing');
		expect(answer(mover, 'Nadia, à l’accueil')).toBeUndefined();
	}
});

test('a worker’s step is moved by that worker alone, even among colleagues', () => {
	const done = { to: 'done', at } as const;
	expect(whyNotMove(owner, step(), done)).toBeUndefined();
	for (const mover of [colleague, partner, person, helper])
		expect(whyNotMove(mover, step(), done)).toBe('steps.not-owner');
});

test('her own step is moved by her, or written down by those who lead', () => {
	const hers = step({ owner: 'person', ownerHatId: null });
	const missed = { to: 'missed', at } as const;
	for (const mover of [person, helper, owner, colleague])
		expect(whyNotMove(mover, hers, missed)).toBeUndefined();
	expect(whyNotMove(partner, hers, missed)).toBe('steps.not-owner');
});

test('setting aside or giving up is hers, the owner’s and the lead’s; not another organisation’s', () => {
	const out = { to: 'abandoned', at } as const;
	for (const mover of [person, helper, owner, colleague])
		expect(whyNotMove(mover, step(), out)).toBeUndefined();
	expect(whyNotMove(partner, step(), out)).toBe('steps.not-owner');
	expect(whyNotMove(partner, step({ ownerHatId: 'nour' }), out)).toBeUndefined();
});

test('what the machine does not know is refused to everybody', () => {
	fc.assert(
		fc.property(movers, fc.constantFrom(...stepStates), fc.constantFrom(...stepStates), (mover, from, to) => {
			fc.pre(walkTo(from, to).length === 0);
			const why = whyNotMove(mover, step({ state: from }), { to, before: 'Nadia', at });
			expect(why).toBe('steps.not-from-here');
		}),
	);
});

test('after thirty days a finished step stays finished', () => {
	const finished = step({ state: 'done', endedAt: new Date('2026-10-20T11:00:00Z') });
	expect(whyNotMove(owner, finished, { to: 'in-progress', at })).toBe('steps.reopen-late');
});
