import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLexiconReader } from './lexicon.ts';
import { alignment } from './linear-scan.ts';
import { buildTypingErrors, errorsForgiven, nearestWord, typingDistance } from './typing-errors.ts';

function correct(text: string, typed: string): string | undefined {
	const reader = createLexiconReader();
	reader.read(text, () => {});
	const lexicon = reader.finish();
	const nearest = nearestWord(lexicon, buildTypingErrors(lexicon), typed);
	return nearest === undefined ? undefined : lexicon.words[nearest];
}

test.each([
	['alimentaire', 'alimantaire'],
	['hebergement', 'hebregemnt'],
	['permis', 'pemris'],
	['accompagnement', 'acompagnemant'],
])('%s is read in %s', (word, typed) => {
	expect(correct(word, typed)).toBe(word);
});

test('words that are short, too far or hold a digit are left as they are', () => {
	expect(correct('caf', 'cfa')).toBeUndefined();
	expect(correct('permis', 'premier')).toBeUndefined();
	expect(correct('rue2024', 'rue2023')).toBeUndefined();
});

test('fewest errors first, then the most frequent, then the alphabet', () => {
	expect(correct('marche marche manche', 'mache')).toBe('marche');
	expect(correct('marche manche', 'mache')).toBe('manche');
	expect(correct('logements logements logement', 'logemant')).toBe('logement');
});

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 0, maxLength: 12 });

test('the distance is the optimal string alignment', () => {
	fc.assert(
		fc.property(word, word, fc.nat(4), (one, other, atMost) => {
			const expected = alignment(one, other);
			expect(typingDistance(one, other)).toBe(expected);
			expect(Math.min(typingDistance(one, other, atMost), atMost + 1)).toBe(Math.min(expected, atMost + 1));
		}),
		{ numRuns: 1000 },
	);
});

test('no word within the errors forgiven is missed', () => {
	fc.assert(
		fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), word, (words, typed) => {
			const near = words.filter(
				(known) =>
					known.length > 1 && alignment(known, typed) <= errorsForgiven(typed) && errorsForgiven(typed) > 0,
			);
			const found = correct(words.filter((known) => known.length > 1).join(' '), typed);
			const least = Math.min(...near.map((known) => alignment(known, typed)));
			if (near.length === 0) expect(found).toBeUndefined();
			else expect(alignment(found ?? '', typed)).toBe(least);
		}),
		{ numRuns: 1000 },
	);
});
