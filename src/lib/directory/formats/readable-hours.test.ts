import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isReadable } from '#lib/time/opening-hours.ts';
import { areReadable } from './readable-hours.ts';

const day = fc.constantFrom('Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su');
const days = fc
	.tuple(day, fc.array(fc.tuple(fc.constantFrom('-', ','), day), { maxLength: 2 }))
	.map(([first, rest]) => first + rest.map((each) => each.join('')).join(''));
const two = (max: number) => fc.integer({ min: 0, max }).map((value) => String(value).padStart(2, '0'));
const span = fc.tuple(two(25), two(61), two(25), two(60)).map(([a, b, c, d]) => `${a}:${b}-${c}:${d}`);
const rule = fc
	.tuple(days, fc.array(span, { minLength: 1, maxLength: 2 }))
	.map(([d, s]) => `${d} ${s.join(',')}`);
const week = fc
	.tuple(fc.array(rule, { minLength: 1, maxLength: 3 }), fc.constantFrom('', '; PH off', ';PH off', '; ?'))
	.map(([rules, end]) => rules.join('; ') + end);

test('the quick answer is the library’s', () => {
	fc.assert(
		fc.property(week, (hours) => {
			expect(areReadable(hours)).toBe(isReadable(hours));
		}),
		{ numRuns: 600 },
	);
});

test('what is no opening hours is told so', () => {
	expect(areReadable('Mo-Fr 08:30-12:30; PH off')).toBe(true);
	expect(areReadable('le matin, de préférence')).toBe(false);
	expect(areReadable(`Mo 08:00-09:00${'; Mo 08:00-09:00'.repeat(40)}`)).toBe(false);
});
