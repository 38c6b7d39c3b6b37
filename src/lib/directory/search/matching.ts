import type { Inverted } from './inverted.ts';
import type { Run } from './reach.ts';
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

/** Calls `visit` for each document of the runs that holds every word, or any, with the sum of the words' shares. */
export function visitMatches(
	inverted: Inverted,
	matching: Matching,
	words: readonly ReadWord[],
	need: 'all' | 'any',
	runs: readonly Run[],
	visit: (doc: number, text: number) => void,
): void {
	forget(matching);
	const rarestFirst = [...words].sort((a, b) => postingsOf(inverted, a) - postingsOf(inverted, b));
	for (const [before, word] of rarestFirst.entries()) {
		for (const term of word.terms) {
			if (before > 0 && need === 'all') keepWith(inverted, matching, term, before, runs);
			else addWith(inverted, matching, term, before, runs);
		}
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
function earn(matching: Matching, doc: number, before: number, earned: number): void {
	const { lastWord, share, scores } = matching;
	if (lastWord[doc] === before + 1) {
		if (earned <= share[doc]!) return;
		scores[doc]! += earned - share[doc]!;
	} else {
		lastWord[doc] = before + 1;
		scores[doc]! += earned;
	}
	share[doc] = earned;
}

/** Meets every document of the runs that holds the term. */
function addWith(
	inverted: Inverted,
	matching: Matching,
	term: number,
	before: number,
	runs: readonly Run[],
): void {
	const { starts, docs, impacts, rarities } = inverted;
	const rarity = rarities[term]!;
	const end = starts[term + 1]!;
	let i = starts[term]!;
	for (const [from, to] of runs) {
		i = firstFrom(docs, i, end, from);
		for (; i < end && docs[i]! < to; i++) {
			const doc = docs[i]!;
			if (matching.lastWord[doc] === 0) matching.met[matching.metCount++] = doc;
			earn(matching, doc, before, impacts[i]! * rarity);
		}
	}
}

/** How many documents met are looked up one by one in the time of reading one posting after the other. */
const lookUpCost = 12;

/** Keeps on the way the documents that hold the term, among those that held every word before. */
function keepWith(
	inverted: Inverted,
	matching: Matching,
	term: number,
	before: number,
	runs: readonly Run[],
): void {
	const { starts, docs, impacts, rarities } = inverted;
	const { lastWord, met, metCount } = matching;
	const rarity = rarities[term]!;
	const end = starts[term + 1]!;
	const isStill = (doc: number) => lastWord[doc] === before || lastWord[doc] === before + 1;
	let i = starts[term]!;
	if (metCount * lookUpCost < end - i) {
		for (let m = 0; m < metCount; m++) {
			const doc = met[m]!;
			if (!isStill(doc)) continue;
			const at = firstFrom(docs, i, end, doc);
			if (docs[at] === doc && at < end) earn(matching, doc, before, impacts[at]! * rarity);
		}
		return;
	}
	for (const [from, to] of runs) {
		i = firstFrom(docs, i, end, from);
		for (; i < end && docs[i]! < to; i++)
			if (isStill(docs[i]!)) earn(matching, docs[i]!, before, impacts[i]! * rarity);
	}
}

/** First position between two whose document is `wanted` or comes after it. */
function firstFrom(docs: Uint32Array, start: number, end: number, wanted: number): number {
	let [low, high] = [start, end];
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (docs[middle]! < wanted) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** The words of a query that a document holds. */
export const wordsHeld = (inverted: Inverted, words: readonly ReadWord[], doc: number): string[] =>
	words.filter(({ terms }) => terms.some((term) => holds(inverted, term, doc))).map(({ read }) => read);

function holds({ starts, docs }: Inverted, term: number, doc: number): boolean {
	const end = starts[term + 1]!;
	const at = firstFrom(docs, starts[term]!, end, doc);
	return at < end && docs[at] === doc;
}
