import { foldWord, isStopWord, splitWords, stemWord } from './words.ts';

/** Every word of the directory. Words are folded and sorted; a term is the stem that several words share. */
export interface Lexicon {
	readonly words: readonly string[];
	/** Each word as it is most often written, with its accents. */
	readonly spellings: readonly string[];
	/** How many times each word is written. */
	readonly frequencies: Uint32Array;
	/** Term of each word. */
	readonly termOf: Uint32Array;
	readonly wordIds: ReadonlyMap<string, number>;
	readonly termIds: ReadonlyMap<string, number>;
}

/** Reads texts into terms, remembering every word on the way. */
export interface LexiconReader {
	/** Calls `visit` with the term of each word of the text and its stem, stop words apart. */
	read(text: string, visit: (term: number, stem: string) => void): void;
	/** The term of a name that is no word of a text. */
	termOf(name: string): number;
	finish(): Lexicon;
}

const stopWord = -1;

interface Spelling {
	readonly written: string;
	readonly term: number;
	readonly stem: string;
	count: number;
}

export function createLexiconReader(): LexiconReader {
	const spellings = new Map<string, Spelling>();
	const termIds = new Map<string, number>();

	function meet(written: string): Spelling {
		const folded = foldWord(written);
		const stem = isStopWord(folded) ? '' : stemWord(folded);
		const term = stem === '' ? stopWord : numberOf(termIds, stem);
		const spelling = { written, term, stem, count: 0 };
		spellings.set(written, spelling);
		return spelling;
	}

	return {
		read(text, visit) {
			for (const written of splitWords(text)) {
				const spelling = spellings.get(written) ?? meet(written);
				spelling.count++;
				if (spelling.term !== stopWord) visit(spelling.term, spelling.stem);
			}
		},
		termOf: (name) => numberOf(termIds, name),
		finish: () => gather([...spellings.values()], termIds),
	};
}

function numberOf(ids: Map<string, number>, key: string): number {
	const known = ids.get(key);
	if (known !== undefined) return known;
	ids.set(key, ids.size);
	return ids.size - 1;
}

function gather(spellings: readonly Spelling[], termIds: ReadonlyMap<string, number>): Lexicon {
	const byWord = Map.groupBy(
		spellings.filter(({ term }) => term !== stopWord),
		({ written }) => foldWord(written),
	);
	const words = [...byWord.keys()].sort(byCodeUnit);
	const ways = words.map((word) => byWord.get(word)!);
	return {
		words,
		spellings: ways.map(mostWritten),
		frequencies: Uint32Array.from(ways, (group) => group.reduce((sum, { count }) => sum + count, 0)),
		termOf: Uint32Array.from(ways, (group) => group[0]!.term),
		wordIds: new Map(words.map((word, id) => [word, id])),
		termIds,
	};
}

const mostWritten = (group: readonly Spelling[]): string =>
	group.reduce((best, way) => (isWrittenMore(way, best) ? way : best)).written;

const isWrittenMore = (one: Spelling, other: Spelling) =>
	one.count > other.count || (one.count === other.count && one.written < other.written);

const byCodeUnit = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Words that begin with a prefix, as a range of the sorted words. */
export function wordsStartingWith({ words }: Lexicon, prefix: string): { from: number; to: number } {
	const from = firstWordAtLeast(words, prefix);
	return { from, to: firstWordAtLeast(words, `${prefix}\uffff`) };
}

function firstWordAtLeast(words: readonly string[], wanted: string): number {
	let [low, high] = [0, words.length];
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (words[middle]! < wanted) low = middle + 1;
		else high = middle;
	}
	return low;
}
