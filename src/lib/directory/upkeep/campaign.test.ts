import { expect, test } from 'vitest';
import { type CampaignEntry, inWorkingOrder, isToCall, phaseOf, progressOf, stateOf } from './campaign.ts';

const at = new Date('2026-11-23T11:00:00Z');
const today = '2026-11-23';
const entry: CampaignEntry = {
	organisationId: 'a',
	name: 'Maison du canal',
	phone: '03 20 00 00 00',
	email: 'accueil@exemple.fr',
	writable: true,
	services: 2,
	checked: 0,
	answered: false,
	saidState: null,
	autonomy: 'unknown',
	caller: null,
	remindOn: null,
	note: null,
	mailedAt: null,
};
const span = { startsOn: '2026-11-01', endsOn: '2026-11-30', endedAt: null };

test.each([
	[{}, 'to-do'],
	[{ answered: true }, 'started'],
	[{ checked: 1 }, 'started'],
	[{ checked: 2 }, 'finished'],
	[{ checked: 2, saidState: 'to-do' }, 'to-do'],
	[{ services: 0 }, 'to-do'],
	[{ services: 0, saidState: 'finished' }, 'finished'],
] as const)('%o is %s', (more, state) => {
	expect(stateOf({ ...entry, ...more })).toBe(state);
});

test('one telephones where no mail can do it, or ten days after one without an answer', () => {
	const toCall = (more: Partial<CampaignEntry>) => isToCall({ ...entry, ...more }, at);
	expect(toCall({})).toBe(false);
	expect(toCall({ writable: false })).toBe(true);
	expect(toCall({ autonomy: 'not' })).toBe(true);
	expect(toCall({ autonomy: 'not', checked: 2 })).toBe(false);
	expect(toCall({ mailedAt: new Date('2026-11-14T11:00:00Z') })).toBe(false);
	expect(toCall({ mailedAt: new Date('2026-11-13T11:00:00Z') })).toBe(true);
});

test('progress counts states, calls and days, the last one included', () => {
	const entries = [
		entry,
		{ ...entry, checked: 2 },
		{ ...entry, answered: true },
		{ ...entry, writable: false },
	];
	expect(progressOf(entries, span, today, at)).toEqual({
		total: 4,
		finished: 1,
		started: 1,
		toCall: 1,
		days: 8,
	});
	expect(progressOf(entries, { ...span, endedAt: at }, today, at).days).toBe(0);
});

test('a campaign ends by itself the day after its last one', () => {
	expect(phaseOf(span, '2026-10-31')).toBe('to-come');
	expect(phaseOf(span, '2026-11-30')).toBe('running');
	expect(phaseOf(span, '2026-12-01')).toBe('over');
	expect(phaseOf({ ...span, endedAt: at }, '2026-11-02')).toBe('over');
});

test('calls promised for today come first, what is done comes last', () => {
	const named = (name: string, more: Partial<CampaignEntry>) => ({ ...entry, name, ...more });
	const entries = [
		named('fait', { checked: 2, remindOn: '2026-11-01' }),
		named('commencé', { answered: true }),
		named('à faire', {}),
		named('à appeler', { writable: false }),
		named('demain', { remindOn: '2026-11-24' }),
		named('rappeler', { remindOn: '2026-11-23', answered: true }),
	];
	expect(inWorkingOrder(entries, today, at).map(({ name }) => name)).toEqual([
		'rappeler',
		'à appeler',
		'à faire',
		'demain',
		'commencé',
		'fait',
	]);
});
