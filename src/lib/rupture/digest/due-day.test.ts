import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#lib/time/days.ts';
import { dateIn, instantOf } from '#lib/time/zone.ts';
import { dueDay } from './due-day.ts';

const longAgo = new Date('2020-01-01T00:00:00Z');
const quarter = 15 * 60_000;
const paris = { hour: 8, clock: 'Europe/Paris', chosenAt: longAgo, lastDay: null };

test('at the hour, on her own clocks, and not before', () => {
	expect(dueDay(paris, new Date('2026-11-23T06:59:59Z'))).toBeNull();
	expect(dueDay(paris, new Date('2026-11-23T07:00:00Z'))).toBe('2026-11-23');
	const reunion = { ...paris, clock: 'Indian/Reunion' };
	expect(dueDay(reunion, new Date('2026-11-23T03:59:59Z'))).toBeNull();
	expect(dueDay(reunion, new Date('2026-11-23T04:00:00Z'))).toBe('2026-11-23');
	expect(dueDay({ ...paris, clock: 'Pacific/Noumea' }, new Date('2026-11-23T21:00:00Z'))).toBe('2026-11-24');
});

test('once a day, and never for an hour gone by when she chose', () => {
	const at = new Date('2026-11-23T09:00:00Z');
	expect(dueDay({ ...paris, lastDay: '2026-11-23' }, at)).toBeNull();
	expect(dueDay({ ...paris, lastDay: '2026-11-22' }, at)).toBe('2026-11-23');
	expect(dueDay({ ...paris, chosenAt: new Date('2026-11-23T07:30:00Z') }, at)).toBeNull();
});

test('the hour that spring skips, and the one that autumn plays twice', () => {
	const night = { ...paris, hour: 2 };
	expect(dueDay(night, new Date('2026-03-29T00:59:59Z'))).toBeNull();
	expect(dueDay(night, new Date('2026-03-29T01:00:00Z'))).toBe('2026-03-29');
	expect(dueDay(night, new Date('2026-10-25T00:00:00Z'))).toBe('2026-10-25');
	expect(dueDay({ ...night, lastDay: '2026-10-25' }, new Date('2026-10-25T01:00:00Z'))).toBeNull();
});

const clocks = [
	'Europe/Paris',
	'America/Miquelon',
	'America/Guadeloupe',
	'America/Cayenne',
	'Indian/Reunion',
];
const far = ['Indian/Mayotte', 'Pacific/Noumea', 'Pacific/Tahiti', 'Pacific/Marquesas', 'Pacific/Wallis'];
const around = ['2026-03-08', '2026-03-29', '2026-10-25', '2026-11-01', '2026-06-15', '2026-12-31'];

test('looked at each quarter of an hour, each day has one mail and only one, whatever the clocks do', () => {
	fc.assert(
		fc.property(
			fc.constantFrom(...clocks, ...far),
			fc.integer({ min: 0, max: 23 }),
			fc.constantFrom(...around),
			fc.integer({ min: 0, max: quarter - 1 }),
			(clock, hour, middle, late) => {
				const [first, end] = [addDays(middle, -2), addDays(middle, 3)];
				const from = instantOf(Date.parse(`${first}T00:00:00Z`), clock).getTime();
				const until = instantOf(Date.parse(`${end}T00:00:00Z`), clock).getTime();
				const sent: string[] = [];
				for (let at = from + late; at < until; at += quarter) {
					const wanted = { hour, clock, chosenAt: longAgo, lastDay: sent.at(-1) ?? null };
					const day = dueDay(wanted, new Date(at));
					if (!day) continue;
					expect(day).toBe(dateIn(new Date(at), clock));
					sent.push(day);
				}
				expect(sent).toEqual([-2, -1, 0, 1, 2].map((days) => addDays(middle, days)));
			},
		),
		{ numRuns: 60 },
	);
});
