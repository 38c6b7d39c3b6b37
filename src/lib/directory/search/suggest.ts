import type { Lexicon } from './lexicon.ts';
import { foldWord, splitWords } from './words.ts';

/** What may be meant by the beginning of some words: whole phrases first, then words of the directory. */
export interface Suggester {
	/** At most `most` texts, the likeliest first; the same letters always give the same list. */
	suggest(typed: string, most: number): string[];
}

interface Phrase {
	readonly text: string;
	readonly words: readonly string[];
}

/** Shorter beginnings would suggest anything. */
const leastLetters = 2;
const longestTyped = 100;

/**
 * Ready to answer at each key pressed.
 * @param phrases what people look for, in their words: topics, synonyms; the likeliest first
 */
export function createSuggester(
	{ words, spellings, frequencies }: Lexicon,
	phrases: readonly string[],
): Suggester {
	const known = phrases.map((text): Phrase => ({ text, words: foldedWords(text) }));

	const beginning = (prefix: string): string[] => {
		const found: number[] = [];
		for (let at = firstFrom(words, prefix); words[at]?.startsWith(prefix); at++) found.push(at);
		return found
			.sort((a, b) => frequencies[b]! - frequencies[a]! || a - b)
			.slice(0, 3 * longestList)
			.map((at) => spellings[at]!);
	};

	return {
		suggest(typed, most) {
			const begun = foldedWords(typed.slice(0, longestTyped));
			const last = begun.at(-1) ?? '';
			if (last.length < leastLetters) return [];
			const head = splitWords(typed).slice(0, -1).join(' ');
			const whole = known.filter((phrase) => startsAll(phrase.words, begun)).map(({ text }) => text);
			const completed = beginning(last).map((word) => (head ? `${head} ${word}` : word));
			return distinct([...whole, ...completed]).slice(0, most);
		},
	};
}

const longestList = 10;

/** Each word typed begins a word of the phrase, no word twice. */
function startsAll(phrase: readonly string[], begun: readonly string[]): boolean {
	const left = [...phrase];
	return begun.every((start) => {
		const at = left.findIndex((word) => word.startsWith(start));
		if (at >= 0) left.splice(at, 1);
		return at >= 0;
	});
}

const foldedWords = (text: string): string[] => splitWords(text).map(foldWord).filter(Boolean);

function distinct(texts: readonly string[]): string[] {
	const seen = new Set<string>();
	return texts.filter((text) => {
		const key = foldedWords(text).join(' ');
		return !seen.has(key) && seen.add(key);
	});
}

/** Where the first word not before the prefix stands in the sorted list. */
function firstFrom(words: readonly string[], prefix: string): number {
	let [low, high] = [0, words.length];
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (words[middle]! < prefix) low = middle + 1;
		else high = middle;
	}
	return low;
}
