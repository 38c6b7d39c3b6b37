import { expect, test } from 'vitest';
import { ageInMonths, frenchDate, frenchMonth } from './dates.ts';

test('dates as they are read', () => {
	expect(frenchDate('2026-10-03')).toBe('3 octobre 2026');
	expect(frenchMonth('2026-08-31')).toBe('août 2026');
});

test('months are counted whole', () => {
	const at = new Date('2026-11-23T10:00:00Z');
	expect(ageInMonths('2026-11-23', at)).toBe(0);
	expect(ageInMonths('2026-10-24', at)).toBe(0);
	expect(ageInMonths('2026-10-23', at)).toBe(1);
	expect(ageInMonths('2025-04-30', at)).toBe(18);
	expect(ageInMonths('2027-01-01', at)).toBe(0);
});
