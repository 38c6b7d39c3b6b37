import { expect, test } from 'vitest';
import { assumedKm, dayOf, dayOfDate, freshness, nearness, promptness, scoreOf, standingOf } from './rank.ts';

test('nearness halves at ten kilometres and never reaches zero', () => {
	expect([null, 0, 10, 30].map(nearness)).toEqual([1, 1, 0.5, 0.25]);
	expect(nearness(20_000)).toBeGreaterThan(0);
});

test('freshness holds for six months, then sinks to a half at two years', () => {
	expect([-3, 0, 183, 730, 5000].map(freshness)).toEqual([1, 1, 1, 0.5, 0.5]);
	expect(freshness(400)).toBeCloseTo(0.8016, 4);
});

test('a zone that leaves the searcher out halves the score; not knowing does not', () => {
	expect(scoreOf(100, 0, 0, false, 1)).toBe(50);
	expect(scoreOf(100, 0, 0, undefined, 1)).toBe(100);
});

test('a full or crowded service sinks, and a slow one too; what nobody told counts as good', () => {
	const told = { placesLeft: null, saturation: null, responseDays: null };
	expect(standingOf(told)).toBe(1);
	expect(standingOf({ ...told, placesLeft: 3, saturation: 'high' })).toBe(0.75);
	expect(standingOf({ ...told, placesLeft: 0, saturation: 'low' })).toBe(0.6);
	expect(standingOf({ ...told, saturation: 'moderate' })).toBe(0.9);
	expect([null, 0, 2, 15, 300].map(promptness)).toEqual([1, 1, 1, 0.8, 0.8]);
	expect(promptness(8.5)).toBeCloseTo(0.9, 6);
	expect(scoreOf(100, 10, 0, true, standingOf({ ...told, placesLeft: 0 }))).toBe(30);
});

test('a point that is unknown ranks as a few streets away, or at the edge', () => {
	expect(assumedKm(true, 20)).toBe(5);
	expect(assumedKm(true, 2)).toBe(2);
	expect(assumedKm(false, 20)).toBe(20);
});

test('days are counted from calendar dates', () => {
	expect(dayOf(new Date('2026-10-05T23:59:00Z')) - dayOfDate('2026-10-01')).toBe(4);
});
