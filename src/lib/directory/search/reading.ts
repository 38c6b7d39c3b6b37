import { type Concepts, conceptTerm, phraseAt } from './concepts.ts';
import { type Lexicon, wordsStartingWith } from './lexicon.ts';
import { nearestWord, type TypingErrors } from './typing-errors.ts';
import { foldWord, isStopWord, splitWords, stemWord } from './words.ts';

const mostWords = 32;
const shortestPrefix = 3;

/** One word of a query, and the terms that stand for it: any of them will do. */
export interface ReadWord {
	/** As typed, or as corrected: what the page shows; several words when they are one thing of the field. */
	readonly read: string;
	readonly terms: readonly number[];
}

/** A word that does not exist, and the one it was read as. */
export interface Correction {
	readonly typed: string;
	readonly read: string;
}

export interface Reading {
	readonly words: readonly ReadWord[];
	readonly corrections: readonly Correction[];
}

/**
 * Reads the words of a query, the first 32 distinct ones. A known word stands for its stem; the last one may be
 * unfinished; one that neither exists nor begins any is read as the nearest that does, and this is told. Words that
 * say a thing of the field together stand for every way of saying it.
 */
export function readWords(lexicon: Lexicon, errors: TypingErrors, concepts: Concepts, text: string): Reading {
	const typed = distinctWords(text);
	const stems = typed.map(([folded]) => stemWord(folded));
	const words: ReadWord[] = [];
	const corrections: Correction[] = [];
	for (let i = 0; i < typed.length; i++) {
		const [folded, written] = typed[i]!;
		const phrase = phraseAt(concepts, stems, i);
		const meant = phrase && lexicon.termIds.get(conceptTerm(phrase.concept));
		if (phrase && meant !== undefined) {
			const said = typed.slice(i, i + phrase.stems.length).map(([, each]) => each);
			words.push({ read: said.join(' '), terms: [meant] });
			i += phrase.stems.length - 1;
			continue;
		}
		const terms = termsOf(lexicon, folded, i === typed.length - 1);
		const nearest = terms.length > 0 ? undefined : nearestWord(lexicon, errors, folded);
		if (nearest === undefined) words.push({ read: written, terms });
		else {
			const read = lexicon.spellings[nearest]!;
			words.push({ read, terms: [lexicon.termOf[nearest]!] });
			corrections.push({ typed: written, read });
		}
	}
	return { words: words.filter(isFirstOfItsTerms), corrections };
}

function distinctWords(text: string): [folded: string, written: string][] {
	const words = new Map<string, string>();
	for (const written of splitWords(text)) {
		const folded = foldWord(written);
		if (!isStopWord(folded) && !words.has(folded)) words.set(folded, written);
		if (words.size === mostWords) break;
	}
	return [...words];
}

function termsOf(lexicon: Lexicon, folded: string, isLast: boolean): number[] {
	const terms = new Set<number>();
	const stem = lexicon.termIds.get(stemWord(folded));
	if (stem !== undefined) terms.add(stem);
	if (isLast && folded.length >= shortestPrefix && !lexicon.wordIds.has(folded)) {
		const { from, to } = wordsStartingWith(lexicon, folded);
		for (let word = from; word < to; word++) terms.add(lexicon.termOf[word]!);
	}
	return [...terms].sort((a, b) => a - b);
}

const isFirstOfItsTerms = (word: ReadWord, i: number, words: readonly ReadWord[]) =>
	word.terms.length === 0 || words.findIndex(({ terms }) => terms.join() === word.terms.join()) === i;
