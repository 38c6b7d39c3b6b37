import { expect, test } from 'vitest';
import { addMonths, isDue, reviewDueOn } from './review.ts';

test.each([
	['2026-01-31', 1, '2026-02-28'],
	['2024-01-31', 1, '2024-02-29'],
	['2026-08-31', 6, '2027-02-28'],
	['2026-11-23', 12, '2027-11-23'],
	['2026-12-15', 1, '2027-01-15'],
])('%s and %i months is %s', (day, months, later) => {
	expect(addMonths(day, months)).toBe(later);
});

test('a service is due when its rhythm has passed since the last look', () => {
	const service = { updatedOn: '2026-01-10', verifiedOn: '2026-03-10', reviewMonths: 6 };
	expect(reviewDueOn(service)).toBe('2026-09-10');
	expect(isDue(service, '2026-09-09')).toBe(false);
	expect(isDue(service, '2026-09-10')).toBe(true);
});
