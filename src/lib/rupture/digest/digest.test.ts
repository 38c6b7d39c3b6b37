import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DigestDay, freshOf, marksOf } from './digest.ts';

const at = new Date('2026-11-23T07:00:00Z');
const nothing: DigestDay = {
	silences: [],
	answers: [],
	appointments: [],
	agreements: [],
	questions: [],
	relays: [],
};
const silence = (level: 'attention' | 'rupture') => ({
	...nothing,
	silences: [
		{ personId: 'p', day: '2026-11-20', alerts: [{ id: 'R1:x', level, personId: 'p', day: '2026-11-20' }] },
	],
});

test('a silence that gets graver is news; the same is not', () => {
	const [before, after] = [marksOf(silence('attention'), at), marksOf(silence('rupture'), at)];
	expect(freshOf(before, [])).toHaveLength(1);
	expect(freshOf(before, before)).toEqual([]);
	expect(freshOf(after, before)).toEqual(['alert R1:x rupture']);
});

test('an agreement that ends is news at each of its marks, and in between it is not', () => {
	const day = { ...nothing, agreements: [{ id: 'a', endsAt: new Date('2026-12-20T12:00:00Z') }] };
	const told = marksOf(day, at);
	expect(freshOf(marksOf(day, new Date('2026-11-28T07:00:00Z')), told)).toEqual([]);
	expect(freshOf(marksOf(day, new Date('2026-12-06T07:00:00Z')), told)).toHaveLength(1);
});

test('an appointment at another hour is news, a request that moved too', () => {
	const day = (hour: number, state: string) => ({
		...nothing,
		appointments: [{ id: 'm', startsAt: new Date(Date.UTC(2026, 10, 24, hour)) }],
		answers: [{ id: 'r', state }],
		relays: [{ id: 'l' }],
	});
	const told = marksOf(day(9, 'sent'), at);
	expect(freshOf(marksOf(day(10, 'sent'), at), told)).toHaveLength(1);
	expect(freshOf(marksOf(day(9, 'accepted'), at), told)).toEqual(['answer r accepted']);
});

const marks = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 4 }));

test('nothing is told twice, nothing new is left out, what is gone makes no mail', () => {
	fc.assert(
		fc.property(marks, marks, (before, now) => {
			const fresh = freshOf(now, before);
			expect(fresh.some((mark) => before.includes(mark))).toBe(false);
			expect(new Set([...fresh, ...before.filter((mark) => now.includes(mark))])).toEqual(new Set(now));
			expect(freshOf(now, [...before, ...fresh])).toEqual([]);
			expect(freshOf([], before)).toEqual([]);
		}),
	);
});
