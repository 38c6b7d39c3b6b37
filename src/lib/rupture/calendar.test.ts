import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addBusinessDays, businessDaysBetween } from '#lib/time/business-days.ts';
import { dateIn, zoneOf } from '#lib/time/zone.ts';
import { addMonths, calendarOf, dayNumber, dayText } from './calendar.ts';

const departments = ['59', '67', '57', '971', '972', '973', '974', '976', '75', '2A', '987'];
const instants = fc.date({ min: new Date('2024-01-01'), max: new Date('2028-12-31'), noInvalidDate: true });

test('business days are those of the territory: Alsace-Moselle, overseas, daylight saving', () => {
	fc.assert(
		fc.property(
			fc.constantFrom(...departments),
			instants,
			fc.integer({ min: 1, max: 15 }),
			(place, at, days) => {
				const whole = Math.floor(at.getTime() / 1000) * 1000;
				expect(calendarOf(place).afterBusinessDays(whole, days)).toBe(
					addBusinessDays(new Date(whole), days, place).getTime(),
				);
			},
		),
		{ numRuns: 150 },
	);
});

test('business days between two instants are those of the territory', () => {
	fc.assert(
		fc.property(
			fc.constantFrom(...departments),
			instants,
			fc.integer({ min: 0, max: 400 }),
			(place, at, hours) => {
				const from = Math.floor(at.getTime() / 1000) * 1000;
				const until = from + hours * 3_600_000;
				expect(calendarOf(place).businessDaysBetween(from, until)).toBe(
					businessDaysBetween(new Date(from), new Date(until), place),
				);
			},
		),
		{ numRuns: 100 },
	);
});

test('a day starts and ends on the clocks of the place', () => {
	fc.assert(
		fc.property(fc.constantFrom(...departments), instants, (place, at) => {
			const { dayOf, startOf } = calendarOf(place);
			const day = dayOf(at.getTime());
			expect(dayText(day)).toBe(dateIn(at, zoneOf(place).clock));
			expect(startOf(day)).toBeLessThanOrEqual(at.getTime());
			expect(startOf(day + 1)).toBeGreaterThan(at.getTime());
		}),
		{ numRuns: 150 },
	);
});

test('a day of daylight saving has 23 hours, then 25', () => {
	const { startOf } = calendarOf('59');
	const hours = (day: string) => (startOf(dayNumber(day) + 1) - startOf(dayNumber(day))) / 3_600_000;
	expect([hours('2026-03-29'), hours('2026-10-25'), hours('2026-11-02')]).toEqual([23, 25, 24]);
});

test('months are those of the calendar, for four centuries', () => {
	fc.assert(
		fc.property(fc.integer({ min: -70_000, max: 90_000 }), fc.integer({ min: 0, max: 40 }), (day, months) => {
			const from = new Date(day * 86_400_000);
			const month = from.getUTCMonth() + months;
			const last = new Date(Date.UTC(from.getUTCFullYear(), month + 1, 0)).getUTCDate();
			const due = Date.UTC(from.getUTCFullYear(), month, Math.min(from.getUTCDate(), last));
			expect(addMonths(day, months)).toBe(due / 86_400_000);
		}),
		{ numRuns: 2000 },
	);
});

test('months end when they end', () => {
	expect(dayText(addMonths(dayNumber('2026-01-31'), 1))).toBe('2026-02-28');
	expect(dayText(addMonths(dayNumber('2025-11-23'), 3))).toBe('2026-02-23');
});
