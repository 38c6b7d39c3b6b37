import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeName, tally } from './draft.ts';

test('the same problem of many lines is told once', () => {
	const problem = (line: number, field = 'nom') => ({ line, field, problem: 'Il manque un nom.' });
	const told = tally([problem(2, 'siret'), ...[3, 4, 5, 6, 7, 8].map((line) => problem(line))]);
	expect(told).toEqual([
		{ field: 'nom', problem: 'Il manque un nom.', count: 6, lines: [3, 4, 5, 6, 7] },
		{ field: 'siret', problem: 'Il manque un nom.', count: 1, lines: [2] },
	]);
});

test('a name never leads elsewhere', () => {
	expect(safeName('../../etc/passwd')).toBe('passwd');
	expect(safeName('C:\\Users\\Awa\\annuaire été.csv')).toBe('annuaire été.csv');
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (given) => {
			const name = safeName(given);
			expect(name).toMatch(/^[^./\\\0][^/\\\0]*$/);
			expect(name.length).toBeLessThanOrEqual(120);
		}),
	);
});
