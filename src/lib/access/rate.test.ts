import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRate } from './rate.ts';

test('a minute’s worth at once, then one at a time as the minute goes by', () => {
	const take = createRate();
	for (let i = 0; i < 60; i++) expect(take('a', 60, 0).allowed).toBe(true);
	expect(take('a', 60, 0)).toEqual({ allowed: false, limit: 60, remaining: 0, retryAfter: 1 });
	expect(take('b', 60, 0).allowed).toBe(true);
	expect(take('a', 60, 1000).allowed).toBe(true);
	expect(take('a', 60, 1000).allowed).toBe(false);
});

test('in any minute, at most twice the limit passes, and waiting as told is always enough', () => {
	const steps = fc.array(fc.integer({ min: 0, max: 5000 }), { maxLength: 300 });
	fc.assert(
		fc.property(steps, fc.integer({ min: 1, max: 50 }), (pauses, limit) => {
			const take = createRate();
			const passed: number[] = [];
			let now = 0;
			for (const pause of pauses) {
				now += pause;
				const { allowed, retryAfter } = take('a', limit, now);
				if (allowed) passed.push(now);
				else expect(createCopy(passed, limit, now + retryAfter * 1000)).toBe(true);
			}
			for (const start of passed)
				expect(passed.filter((at) => at >= start && at < start + 60_000).length).toBeLessThanOrEqual(
					2 * limit,
				);
		}),
	);
});

/** The same caller, replayed up to an instant. */
function createCopy(passed: readonly number[], limit: number, at: number): boolean {
	const take = createRate();
	for (const instant of passed) take('a', limit, instant);
	return take('a', limit, at).allowed;
}

test('the oldest callers make room', () => {
	const take = createRate(2);
	for (const caller of ['a', 'b', 'c']) take(caller, 1, 0);
	expect(take('c', 1, 0).allowed).toBe(false);
	expect(take('a', 1, 0).allowed).toBe(true);
});
