import fc from 'fast-check';
import { expect, test } from 'vitest';
import { looksLikeNir } from './looks-like-nir.ts';

test.each([
	'1 85 05 78 006 084 36',
	'185057800608436',
	'1850578006084',
	'2 99 12 2A 004 012 49',
	'299122b00401249',
	'Son numéro : 2.71.03.97.411.020, à rappeler',
	'n°185 0578 006084-36.',
	'7 85 50 99 132 001',
	'1\u00a085\u202f05 78 006 084',
])('a social security number is known: %s', (text) => expect(looksLikeNir(text)).toBe(true));

test.each([
	'',
	'06 12 34 56 78',
	'+33 6 12 34 56 78, puis 01 45 67 89 10',
	'SIRET 552 100 554 00013',
	'FR76 3000 4000 0312 3456 7890 143',
	'Rendez-vous le 12/05/2026 à 14 h 30, 7 pièces',
	'carte 4970 1234 5678 9012',
	'dossier 20261123-000451',
	'1 00 00 78 006 084',
])('another number is let through: %s', (text) => expect(looksLikeNir(text)).toBe(false));

test('any number of the shape is known inside any sentence, and nothing makes it throw', () => {
	const number = fc
		.tuple(
			fc.constantFrom('1', '2'),
			fc.nat(99),
			fc.integer({ min: 1, max: 12 }),
			fc.nat(99),
			fc.nat(999_999),
		)
		.map(([sex, year, month, place, rest]) =>
			[sex, pad(year, 2), pad(month, 2), pad(place, 2), pad(rest, 6)].join(''),
		);
	fc.assert(fc.property(number, (nir) => looksLikeNir(`Elle dit ${nir}, merci`)));
	fc.assert(fc.property(fc.string(), (text) => typeof looksLikeNir(text) === 'boolean'));
});

const pad = (value: number, size: number): string => String(value).padStart(size, '0');
