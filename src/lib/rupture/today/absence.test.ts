import { expect, test } from 'vitest';
import { type Absence, deskOf, whyNotAbsent } from './absence.ts';

const [awa, leo, mina] = ['awa', 'leo', 'mina'];
const today = '2026-11-23';
const absence = (over: Partial<Absence> = {}): Absence => ({
	id: 'one',
	hatId: awa,
	name: 'Awa',
	toHatId: leo,
	toName: 'Léo',
	fromDay: '2026-11-20',
	untilDay: '2026-11-27',
	...over,
});

test('a colleague reads the day of whoever is away, first and last day counted', () => {
	const away = absence();
	expect(deskOf(leo, [away], '2026-11-20').hatIds).toEqual([leo, awa]);
	expect(deskOf(leo, [away], '2026-11-27').forWhom.get(awa)).toEqual({ name: 'Awa', untilDay: '2026-11-27' });
	expect(deskOf(leo, [away], '2026-11-19').hatIds).toEqual([leo]);
	expect(deskOf(leo, [away], '2026-11-28').hatIds).toEqual([leo]);
	expect(deskOf(mina, [away], today).hatIds).toEqual([mina]);
	expect(deskOf(awa, [away], today).hatIds).toEqual([awa]);
});

test.each([
	[{ to: awa }, 'today.absence-to-self'],
	[{ fromDay: '2026-12-02' }, 'today.absence-order'],
	[{ fromDay: '2026-11-01', untilDay: '2026-11-22' }, 'today.absence-past'],
	[{ untilDay: '2027-12-02' }, 'today.absence-long'],
	[{}, undefined],
] as const)('an absence with %o is refused because of %s', (over, reason) => {
	const wanted = { who: awa, to: leo, fromDay: today, untilDay: '2026-12-01', ...over };
	expect(whyNotAbsent(wanted, [], today)).toBe(reason);
});

test('nobody is away twice, nor receives while away', () => {
	const wanted = { who: awa, to: leo, fromDay: '2026-11-27', untilDay: '2026-12-01' };
	expect(whyNotAbsent(wanted, [absence()], today)).toBe('today.absence-known');
	expect(whyNotAbsent(wanted, [absence({ hatId: leo, toHatId: mina })], today)).toBe('today.absence-to-away');
	expect(whyNotAbsent(wanted, [absence({ hatId: mina, toHatId: awa })], today)).toBe(
		'today.absence-receives',
	);
	expect(whyNotAbsent(wanted, [absence({ untilDay: '2026-11-26' })], today)).toBeUndefined();
});
