import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isReadable } from '#lib/time/opening-hours.ts';
import { readWeek } from './french-week.ts';

const expressionOf = (...texts: string[]) => readWeek(texts).expression;

test('neighbouring days with the same hours are told together; a day without hours is closed', () => {
	expect(
		expressionOf(
			'13:30 - 17:00',
			'09:00 - 12:00 / 13:30 - 17:00',
			'09:00 - 12:00 / 13:30 - 17:00',
			'',
			'9h-12h30 et 14h à 16h',
			'Fermé',
		),
	).toBe('Mo 13:30-17:00; Tu-We 09:00-12:00,13:30-17:00; Fr 09:00-12:30,14:00-16:00');
	expect(readWeek(['', '', '', '', '', ''])).toEqual({ expression: null, unclear: [] });
});

test.each([
	['00:00 - 00:00 / 09:00 - 12:00 / 14:00 - 17:00', 'Mo 09:00-12:00,14:00-17:00'],
	['00:00 - 00:00', null],
	['08:30 - 12:00 / 13:00 - 17:30 / 13:00 - 17:30', 'Mo 08:30-12:00,13:00-17:30'],
	['09:00 - 11:00 / 11:00 - 12:00 / 13:30 - 17:00', 'Mo 09:00-12:00,13:30-17:00'],
	['14:00 - 17:00 / 09:00 - 12:00', 'Mo 09:00-12:00,14:00-17:00'],
])('%s can only mean %s', (text, expression) => {
	expect(readWeek([text])).toEqual({ expression, unclear: [] });
});

test.each([
	'09:00 - 17:00 / 09:00 - 12:30 / 14:00 - 17:00',
	'17:00 - 09:00',
	'09:00 - 09:00',
	'25:00 - 26:00',
	'09:75 - 12:00',
	'sur rendez-vous',
	'09:00 - 12:00 / ',
])('%s stays unclear, and with it the week', (text) => {
	expect(readWeek(['09:00 - 12:00', text])).toEqual({ expression: null, unclear: [1] });
});

test('whatever is written, what comes out is read by the library', () => {
	const minute = fc.integer({ min: 0, max: 1440 });
	const clock = (m: number) => `${Math.floor(m / 60)}:${String(m % 60).padStart(2, '0')}`;
	const span = fc.tuple(minute, minute).map(([from, to]) => `${clock(from)} - ${clock(to)}`);
	const day = fc.oneof(
		fc.array(span, { maxLength: 4 }).map((spans) => spans.join(' / ')),
		fc.string(),
	);
	fc.assert(
		fc.property(fc.array(day, { minLength: 6, maxLength: 7 }), (texts) => {
			const { expression, unclear } = readWeek(texts);
			return expression === null || (unclear.length === 0 && isReadable(expression));
		}),
	);
});
