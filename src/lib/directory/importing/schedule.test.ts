import { expect, test } from 'vitest';
import { nextReading } from './schedule.ts';

test.each([
	['day', '2026-12-31T05:00:00Z', '2027-01-01T05:00:00Z'],
	['week', '2026-11-23T05:00:00Z', '2026-11-30T05:00:00Z'],
	['month', '2026-11-23T05:00:00Z', '2026-12-23T05:00:00Z'],
	['month', '2026-12-31T05:00:00Z', '2027-01-31T05:00:00Z'],
	['month', '2027-01-31T05:00:00Z', '2027-02-28T05:00:00Z'],
	['month', '2028-01-30T05:00:00Z', '2028-02-29T05:00:00Z'],
] as const)('every %s after %s comes %s', (every, from, next) => {
	expect(nextReading(every, new Date(from))).toEqual(new Date(next));
});
