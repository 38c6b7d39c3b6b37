import type { Inverted } from './inverted.ts';
import type { ReadWord } from './reading.ts';

/** Working memory of a match, kept from one query to the next; sized once for every document. */
export interface Matching {
	/** Number, from 1, of the last word met in each document; 0 when none. */
	readonly lastWord: Uint8Array;
	/** Share of that last word, and of all words. */
	readonly share: Uint32Array;
	readonly scores: Uint32Array;
	/** Documents met, in the order they were. */
	readonly met: Uint32Array;
	metCount: number;
}

export const createMatching = (documents: number): Matching => ({
	lastWord: new Uint8Array(documents),
	share: new Uint32Array(documents),
	scores: new Uint32Array(documents),
	met: new Uint32Array(documents),
	metCount: 0,
});

/** Calls `visit` for each document that holds every word, or any, with the sum of the words' shares. */
export function visitMatches(
	inverted: Inverted,
	matching: Matching,
	words: readonly ReadWord[],
	need: 'all' | 'any',
	visit: (doc: number, text: number) => void,
): void {
	forget(matching);
	const rarestFirst = [...words].sort((a, b) => postingsOf(inverted, a) - postingsOf(inverted, b));
	for (const [before, word] of rarestFirst.entries()) {
		for (const term of word.terms) addTerm(inverted, matching, term, before, need === 'all');
	}
	for (let i = 0; i < matching.metCount; i++) {
		const doc = matching.met[i]!;
		if (need === 'any' || matching.lastWord[doc] === words.length) visit(doc, matching.scores[doc]!);
	}
}

function forget(matching: Matching): void {
	for (let i = 0; i < matching.metCount; i++) {
		const doc = matching.met[i]!;
		matching.lastWord[doc] = matching.share[doc] = matching.scores[doc] = 0;
	}
	matching.metCount = 0;
}

const postingsOf = ({ starts }: Inverted, { terms }: ReadWord) =>
	terms.reduce((sum, term) => sum + starts[term + 1]! - starts[term]!, 0);

/** Of the terms that stand for one word, a document keeps the best. */
function addTerm(inverted: Inverted, matching: Matching, term: number, before: number, all: boolean): void {
	const { starts, docs, impacts, rarities } = inverted;
	const { lastWord, share, scores, met } = matching;
	const rarity = rarities[term]!;
	const end = starts[term + 1]!;
	for (let i = starts[term]!; i < end; i++) {
		const doc = docs[i]!;
		const last = lastWord[doc]!;
		const earned = impacts[i]! * rarity;
		if (last === before + 1) {
			if (earned <= share[doc]!) continue;
			scores[doc]! += earned - share[doc]!;
		} else {
			if (all && last !== before) continue;
			if (last === 0) met[matching.metCount++] = doc;
			lastWord[doc] = before + 1;
			scores[doc]! += earned;
		}
		share[doc] = earned;
	}
}

/** The words of a query that a document holds. */
export const wordsHeld = (inverted: Inverted, words: readonly ReadWord[], doc: number): string[] =>
	words.filter(({ terms }) => terms.some((term) => holds(inverted, term, doc))).map(({ read }) => read);

function holds({ starts, docs }: Inverted, term: number, doc: number): boolean {
	let [low, high] = [starts[term]!, starts[term + 1]!];
	const end = high;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (docs[middle]! < doc) low = middle + 1;
		else high = middle;
	}
	return low < end && docs[low] === doc;
}
