import { expect, test } from 'vitest';
import { createLexiconReader, wordsStartingWith } from './lexicon.ts';

function read(text: string) {
	const reader = createLexiconReader();
	const terms: number[] = [];
	reader.read(text, (term) => terms.push(term));
	return { lexicon: reader.finish(), terms };
}

test('words are sorted, counted, and spelt as they most often are', () => {
	const { lexicon } = read('hébergement, Hebergement, HÉBERGEMENT, hébergements, Aide');
	expect(lexicon.words).toEqual(['aide', 'hebergement', 'hebergements']);
	expect(lexicon.spellings).toEqual(['aide', 'hébergement', 'hébergements']);
	expect([...lexicon.frequencies]).toEqual([1, 3, 1]);
});

test('words of one stem share a term; stop words have none', () => {
	const { terms } = read('l’emploi et les emplois');
	expect(terms).toEqual([0, 0]);
});

test('words that begin alike are one range', () => {
	const { lexicon } = read('alimentaire alimentation aliment alerte boire');
	const { from, to } = wordsStartingWith(lexicon, 'alim');
	expect(lexicon.words.slice(from, to)).toEqual(['aliment', 'alimentaire', 'alimentation']);
	expect(wordsStartingWith(lexicon, 'zoo')).toEqual({ from: 5, to: 5 });
});
