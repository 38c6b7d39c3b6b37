import fc from 'fast-check';
import { expect, test } from 'vitest';
import { schedulesOf, schedulesOfStop } from './hsds-schedules.ts';
import { type Opening, weekOf } from './hsds-week.ts';

const owner = '3a19ff88-4620-4d17-9830-ac1d859eb5d5';
const sorted = (openings: readonly Opening[]) => openings.toSorted((a, b) => a.opens.localeCompare(b.opens));
const rules = (hours: string) =>
	schedulesOf(owner, hours).map(({ byday, opens_at, closes_at }) => [byday, opens_at, closes_at]);

test('hours become one weekly rule for each span', () => {
	expect(rules('Mo-Fr 09:00-12:00,14:00-17:00; We off; Sa 09:00-12:00; PH off')).toEqual([
		['MO,TU,TH,FR,SA', '09:00:00', '12:00:00'],
		['MO,TU,TH,FR', '14:00:00', '17:00:00'],
	]);
	expect(rules('24/7')).toEqual([['MO,TU,WE,TH,FR,SA,SU', '00:00:00', '23:59:59']]);
	expect(rules('Fr-Mo 22:00-02:00')).toEqual([['MO,FR,SA,SU', '22:00:00', '02:00:00']]);
});

test('what no weekly rule can say is told in words', () => {
	for (const hours of ['Jan-Jun Mo 09:00-12:00', 'sur rendez-vous', 'Mo[1] 14:00-16:00'])
		expect(schedulesOf(owner, hours)).toMatchObject([{ description: hours }]);
	expect(schedulesOf(owner, 'Jan-Jun Mo 09:00-12:00')[0]).not.toHaveProperty('freq');
	expect(schedulesOf(owner, null)).toEqual([]);
});

test('the quick reading says what the library says', () => {
	const day = fc.constantFrom('Mo', 'Tu-Th', 'Fr,Su', 'Sa-Mo');
	const hours = fc.constantFrom('09:00-12:00', '08:30-12:00,13:00-18:00', 'off', '20:00-03:00');
	const rule = fc.tuple(day, hours).map((words) => words.join(' '));
	fc.assert(
		fc.property(fc.array(rule, { minLength: 1, maxLength: 4 }), (chosen) => {
			const told = weekOf(chosen.join('; '));
			// A comment sends the same rules to the library.
			const read = weekOf(chosen.map((one) => `${one} "x"`).join('; '));
			expect(read).toBeDefined();
			expect(told?.map(sorted)).toEqual(read?.map(sorted));
		}),
	);
});

test('a stop tells its dates, with the hours of those days', () => {
	const stop = { name: 'Marché', address: null, communeCode: null, longitude: 2, latitude: 50 };
	expect(
		schedulesOfStop(owner, { ...stop, openingHours: '10:00-12:00', dates: ['2026-11-24', '2026-12-01'] }),
	).toMatchObject([
		{ dtstart: '2026-11-24', valid_to: '2026-11-24', opens_at: '10:00:00', closes_at: '12:00:00' },
		{ dtstart: '2026-12-01', valid_to: '2026-12-01', opens_at: '10:00:00', closes_at: '12:00:00' },
	]);
	expect(schedulesOfStop(owner, { ...stop, openingHours: 'Tu 10:00-12:00', dates: [] })).toMatchObject([
		{ freq: 'WEEKLY', byday: 'TU' },
	]);
});
