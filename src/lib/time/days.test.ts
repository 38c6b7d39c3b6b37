import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dayOf } from './days.ts';

test('an instant falls on the day that it is in Paris', () => {
	expect(dayOf(new Date('2026-11-23T22:59:00Z'))).toBe('2026-11-23');
	expect(dayOf(new Date('2026-11-23T23:00:00Z'))).toBe('2026-11-24');
	expect(dayOf(new Date('2026-07-14T22:00:00Z'))).toBe('2026-07-15');
});

test('days go there and back, through leap years', () => {
	expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: -4000, max: 4000 }), (start, days) => {
			const day = addDays('2000-01-01', start);
			expect(addDays(addDays(day, days), -days)).toBe(day);
		}),
	);
});
