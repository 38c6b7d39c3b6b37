import fc from 'fast-check';
import { expect, test } from 'vitest';
import { resolveCommune } from './resolve.ts';

const next = new Map([
	['75056', '75056'],
	['75112', '75056'],
	['49126', '49126'],
	['49069', '49126'],
	['49999', '49069'],
	['01001', '01002'],
	['01002', '01001'],
	['02000', '02001'],
]);
const resolve = (code: string) => resolveCommune(code, (from) => next.get(from));

test('a commune of today is itself', () => expect(resolve('75056')).toBe('75056'));
test('an arrondissement is in its city', () => expect(resolve('75112')).toBe('75056'));
test('a merged commune is followed through every merger', () => expect(resolve('49999')).toBe('49126'));
test('an unknown code, a chain that breaks or turns round lead nowhere', () => {
	expect([resolve('00000'), resolve('02000'), resolve('01001')]).toEqual([null, null, null]);
});

test('whatever the table, following ends, at a commune of today or nowhere', () => {
	const codes = fc.integer({ min: 0, max: 9 }).map(String);
	fc.assert(
		fc.property(fc.dictionary(codes, codes), codes, (table, code) => {
			const end = resolveCommune(code, (from) => (Object.hasOwn(table, from) ? table[from] : undefined));
			if (end !== null) expect(table[end]).toBe(end);
		}),
	);
});
