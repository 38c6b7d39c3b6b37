import fc from 'fast-check';
import { expect, test } from 'vitest';
import { closureOn, closuresAfter, parisDay, reopeningAfter } from './closure.ts';

const closed = (from: string, to: string | null) => ({ from, to, reason: null });

test('a closure holds from its first day to its last, both included', () => {
	const closures = [closed('2026-12-20', '2027-01-03')];
	expect(closureOn(closures, '2026-12-19')).toBeUndefined();
	expect(closureOn(closures, '2026-12-20')).toBe(closures[0]);
	expect(closureOn(closures, '2027-01-03')).toBe(closures[0]);
	expect(closureOn(closures, '2027-01-04')).toBeUndefined();
	expect(closuresAfter(closures, '2026-12-19')).toEqual(closures);
	expect(closuresAfter(closures, '2026-12-20')).toEqual([]);
});

test('closures that touch are one, and one without an end has no reopening', () => {
	const closures = [closed('2026-12-20', '2026-12-31'), closed('2027-01-01', '2027-01-03')];
	expect(reopeningAfter(closures, '2026-12-25')).toBe('2027-01-04');
	expect(reopeningAfter([closed('2026-12-20', null)], '2026-12-25')).toBeNull();
});

test('the day it opens again is open, and every day before is closed', () => {
	const day = fc.integer({ min: 0, max: 200 }).map(dateOf);
	const closure = fc
		.tuple(day, fc.integer({ min: 0, max: 30 }))
		.map(([from, length]) => closed(from, dateOf(numberOf(from) + length)));
	fc.assert(
		fc.property(fc.array(closure, { maxLength: 8 }), day, (closures, from) => {
			const again = reopeningAfter(closures, from)!;
			expect(closureOn(closures, again)).toBeUndefined();
			for (let n = numberOf(from); n < numberOf(again); n++)
				expect(closureOn(closures, dateOf(n))).toBeDefined();
		}),
	);
});

test('a day is Paris’s', () => {
	expect(parisDay(new Date('2026-11-23T23:30:00Z'))).toBe('2026-11-24');
});

const start = Date.UTC(2026, 0, 1);
function dateOf(n: number): string {
	return new Date(start + n * 86_400_000).toISOString().slice(0, 10);
}
function numberOf(date: string): number {
	return (Date.parse(`${date}T00:00:00Z`) - start) / 86_400_000;
}
