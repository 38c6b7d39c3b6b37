import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { looksLikePersonCode, newPersonCode, plainPersonCode, saidCode } from './person-code.ts';

test('every letter comes, I and O never', () => {
	const codes = Array.from({ length: 300 }, () => newPersonCode(randomBytes));
	for (const code of codes) expect(code).toMatch(/^[A-HJ-NP-Z]{8}$/);
	expect(new Set(codes.join('')).size).toBe(24);
	expect(new Set(codes).size).toBe(300);
});

test('a code is read however it is typed', () => {
	const between = fc.constantFrom('', ' ', '-', '.', '  ');
	fc.assert(
		fc.property(fc.array(between, { minLength: 8, maxLength: 8 }), (gaps) => {
			const code = newPersonCode(randomBytes);
			const typed = [...saidCode(code)].map((letter, at) => letter + (gaps[at] ?? '')).join('');
			expect(plainPersonCode(typed.toLowerCase())).toBe(code);
		}),
	);
});

test.each(['', 'ABCDEFG', 'ABCDEFGHJ', 'ABCDEFGI', 'ABCDEFG0', '12345678'])(
	'« %s » was never a code',
	(typed) => {
		expect(looksLikePersonCode(plainPersonCode(typed))).toBe(false);
	},
);
