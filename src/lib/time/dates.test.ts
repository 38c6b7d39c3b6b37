import { expect, test } from 'vitest';
import { ageInMonths, frenchDate, frenchMonth, freshness, timeAgo } from './dates.ts';

test('dates as they are read', () => {
	expect(frenchDate('2026-10-03')).toBe('3 octobre 2026');
	expect(frenchDate('2026-05-01')).toBe('1er mai 2026');
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

const today = new Date('2026-11-23T10:00:00Z');

test.each([
	['2026-11-23', 'aujourd’hui'],
	['2026-12-02', 'aujourd’hui'],
	['2026-11-22', 'hier'],
	['2026-11-11', 'il y a 12 jours'],
	['2026-10-23', 'il y a 1 mois'],
	['2026-04-20', 'il y a 7 mois'],
	['2024-12-01', 'il y a 23 mois'],
	['2023-11-23', 'il y a 3 ans'],
])('%s is %s', (date, words) => expect(timeAgo(date, today)).toBe(words));

test('fresh under six months, to check under two years, then old', () => {
	expect(freshness('2026-05-24', today)).toBe('fresh');
	expect(freshness('2026-05-23', today)).toBe('to-check');
	expect(freshness('2024-11-24', today)).toBe('to-check');
	expect(freshness('2024-11-23', today)).toBe('old');
});
