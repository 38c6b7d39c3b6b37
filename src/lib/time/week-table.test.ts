import fc from 'fast-check';
import { expect, test } from 'vitest';
import { weekTable } from './week-table.ts';

const shown = (expression: string) =>
	weekTable(expression)?.map(({ day, spans }) => [day, spans.join(', ').replaceAll('\u00a0', ' ')]);
const monday = (expression: string) => shown(expression)?.[0]?.[1];

test('a week, Monday first; a closed day has no span', () => {
	expect(shown('Mo-Fr 09:00-12:00,14:00-17:30; Sa 09:00-12:00')).toEqual([
		...[0, 1, 2, 3, 4].map((day) => [day, '9 h – 12 h, 14 h – 17 h 30']),
		[5, '9 h – 12 h'],
		[6, ''],
	]);
});

test('what is said of holidays comes after Sunday', () => {
	expect(shown('Mo-Fr 09:00-12:00; PH off')?.slice(6)).toEqual([
		[6, ''],
		[7, ''],
	]);
	expect(shown('Mo-Sa,PH 09:00-12:00; SH 10:00-11:00')?.slice(5)).toEqual([
		[5, '9 h – 12 h'],
		[6, ''],
		[7, '9 h – 12 h'],
		[8, '10 h – 11 h'],
	]);
});

test('a night belongs to its evening, and a place that never closes says so', () => {
	expect(shown('Mo 22:00-02:00')?.slice(0, 2)).toEqual([
		[0, '22 h – 2 h'],
		[1, ''],
	]);
	expect(monday('Mo 18:00-24:00')).toBe('18 h – minuit');
	expect(shown('24/7')?.map(([, spans]) => spans)).toEqual(Array(7).fill('24 h sur 24'));
	expect(shown('Su 20:00-08:00')?.[6]).toEqual([6, '20 h – 8 h']);
});

test('words of the expression are kept; an open end has no closing time', () => {
	expect(monday('Mo 09:00-12:00 "sur rendez-vous"')).toBe('9 h – 12 h (sur rendez-vous)');
	expect(monday('Mo 09:00+')).toBe('à partir de 9 h');
});

test.each([
	'Jul-Aug Mo 09:00-12:00',
	'Mo[1] 09:00-12:00',
	'week 1-53/2 We 09:00-12:00',
	'',
	'bonjour',
	'PH off',
	'x'.repeat(9999),
])('what is no ordinary week has no table: %.30s', (expression) =>
	expect(weekTable(expression)).toBeUndefined(),
);

test('never throws, and never shows half a week', () => {
	const token = fc.constantFrom(
		'Mo',
		'-Fr',
		',PH',
		' ',
		'; ',
		'09:00-12:00',
		'off',
		'"',
		'SH',
		'24/7',
		'+',
		'Su 22:00-03:00',
	);
	fc.assert(
		fc.property(fc.array(token, { maxLength: 12 }), (parts) => {
			const week = weekTable(parts.join(''));
			if (week) expect(week.map(({ day }) => day).slice(0, 7)).toEqual([0, 1, 2, 3, 4, 5, 6]);
		}),
	);
});
