import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextSending } from './letter.ts';

test.each([
	['a Monday at noon, at once', '2026-11-23T11:07:00Z', '2026-11-23T11:07:00Z'],
	['at night, at eight', '2026-11-23T23:30:00Z', '2026-11-24T07:00:00Z'],
	['at six in the evening, the next morning', '2026-11-23T17:00:00Z', '2026-11-24T07:00:00Z'],
	['on Saturday, on Monday', '2026-11-28T10:00:00Z', '2026-11-30T07:00:00Z'],
	['in summer, an hour sooner by UTC', '2026-07-14T04:00:00Z', '2026-07-14T06:00:00Z'],
])('%s', (_, at, sent) => {
	expect(nextSending(new Date(at))).toEqual(new Date(sent));
});

test('never before, never more than a weekend later, and what may leave leaves', () => {
	const instant = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
	fc.assert(
		fc.property(instant, (at) => {
			const next = nextSending(at);
			expect(next.getTime()).toBeGreaterThanOrEqual(at.getTime());
			expect(next.getTime() - at.getTime()).toBeLessThanOrEqual(63 * 3_600_000);
			expect(nextSending(next)).toEqual(next);
		}),
	);
});
