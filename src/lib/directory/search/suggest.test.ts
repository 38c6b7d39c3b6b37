import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLexiconReader } from './lexicon.ts';
import { createSuggester } from './suggest.ts';
import { foldWord, splitWords } from './words.ts';

const lexiconOf = (texts: readonly string[]) => {
	const reader = createLexiconReader();
	for (const text of texts) reader.read(text, () => {});
	return reader.finish();
};
const texts = [
	'Hébergement d’urgence',
	'Aide alimentaire',
	'aide à la mobilité',
	'Alimentation',
	'hébergement',
	'Épicerie',
];
const phrases = ['Hébergement d’urgence', 'Alimentation', 'Revenu de solidarité active'];
const { suggest } = createSuggester(lexiconOf(texts), phrases);

test('phrases first, then words; accents and capitals apart', () => {
	expect(suggest('heb', 8)).toEqual(['Hébergement d’urgence', 'hébergement']);
	expect(suggest('HÉB', 8)).toEqual(suggest('heb', 8));
	expect(suggest('urgence heber', 8)[0]).toBe('Hébergement d’urgence');
	expect(suggest('solid act', 8)).toEqual(['Revenu de solidarité active']);
	expect(suggest('aide ali', 8)).toEqual(['aide alimentaire', 'aide alimentation']);
	expect(suggest('epi', 8)).toEqual(['épicerie']);
});

test('too little, or nothing known, suggests nothing', () => {
	for (const typed of ['', ' ', 'h', 'zz', '…']) expect(suggest(typed, 8)).toEqual([]);
});

test('each suggestion holds what was typed, once, and the list is the same each time', () => {
	const folded = (text: string) => splitWords(text).map(foldWord).filter(Boolean);
	const typing = fc.constantFrom('he', 'héb', 'ai', 'aide al', 'mob', 'ur', 'al', 'a', 're so');
	fc.assert(
		fc.property(typing, fc.integer({ min: 1, max: 10 }), (typed, most) => {
			const found = suggest(typed, most);
			expect(found).toEqual(suggest(typed, most));
			expect(found.length).toBeLessThanOrEqual(most);
			expect(new Set(found.map((text) => folded(text).join(' '))).size).toBe(found.length);
			for (const text of found)
				for (const word of folded(typed)) expect(folded(text).some((one) => one.startsWith(word))).toBe(true);
		}),
	);
	fc.assert(fc.property(fc.string(), (typed) => void suggest(typed, 8)));
});
