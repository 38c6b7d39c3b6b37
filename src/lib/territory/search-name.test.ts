import fc from 'fast-check';
import { expect, test } from 'vitest';
import { searchName } from './search-name.ts';

test.each([
	['Saint-Étienne', 'st etienne'],
	['st etienne', 'st etienne'],
	['Sainte-Marie-aux-Mines', 'ste marie aux mines'],
	['L’Haÿ-les-Roses', 'hay les roses'],
	["L'Abergement-Clémenciat", 'abergement clemenciat'],
	['Le Havre', 'havre'],
	['LES ABYMES', 'abymes'],
	['Œuilly', 'oeuilly'],
	['Paris 12e Arrondissement', 'paris 12'],
	['Marseille 1er Arrondissement', 'marseille 1'],
	['lyon 3ème', 'lyon 3'],
	['LILLE CEDEX 9', 'lille'],
	['La', 'la'],
	['  ', ''],
])('%s is looked for as “%s”', (name, expected) => {
	expect(searchName(name)).toBe(expected);
});

test('a name folded is only letters, figures and single spaces', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), (name) => {
			const once = searchName(name);
			expect(once).toMatch(/^[a-z0-9 ]*$/);
			expect(once.trim()).toBe(once);
		}),
	);
});
