import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldWord, stemWord, wordsOf } from './words.ts';

const terms = (text: string) => wordsOf(text).map(stemWord);

test.each([
	['hébergement d’urgence', "hebergement d'urgence"],
	['l’école', 'ECOLE'],
	['jusqu’à l’œuvre', 'oeuvre'],
	['C.A.F. et R.S.A.', 'caf rsa'],
	['auto-école', 'auto école'],
	['e\u0301cole', 'école'],
	['emplois', 'emploi'],
	['personnes handicapées', 'personne handicapé'],
	['aide ménagère', 'aides ménager'],
	['infirmières', 'infirmier'],
	['chômeuse', 'chômeurs'],
	['française', 'français'],
	['locaux numériques', 'local numérique'],
	['gratuite', 'gratuits'],
	['permi', 'permis'],
	['je cherche un logement', 'logement'],
])('%s and %s are the same terms', (one, other) => {
	expect(terms(one)).toEqual(terms(other));
});

test.each([
	['logement', 'loyer'],
	['115', '116'],
	['emploi', 'employeur'],
])('%s and %s stay apart', (one, other) => {
	expect(terms(one)).not.toEqual(terms(other));
});

test('numbers, acronyms and single letters that mean something are kept', () => {
	expect(wordsOf('RSA, CV, CAF, le 115, permis B')).toEqual(['rsa', 'cv', 'caf', '115', 'permis', 'b']);
});

test('stops at the number of distinct words asked', () => {
	expect(wordsOf('un deux deux trois quatre', 2)).toEqual(['deux', 'trois']);
});

test('any text gives short, folded, distinct words, and folding twice changes nothing', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
			const words = wordsOf(text);
			expect(new Set(words).size).toBe(words.length);
			for (const word of words) {
				expect(word.length).toBeLessThanOrEqual(40);
				expect(foldWord(word)).toBe(word);
			}
		}),
	);
});
