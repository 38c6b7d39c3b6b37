import { errorsForgiven, typingDistance } from '../search/typing-errors.ts';

export interface Word {
	readonly word: string;
	/** From 0 to 1: what it proves when two names share it. */
	readonly weight: number;
}

export interface Likeness {
	/** From 0 to 1: the weight of what is common over the weight of all. */
	readonly ratio: number;
	/** From 0 to 1: how far what is common tells this name from the others. */
	readonly told: number;
}

/** A name that stands whole inside a longer one is at least as alike as this; less when it is made of plain words. */
const insideAnother = 0.7;
const plainInsideAnother = 0.5;

/**
 * How alike two names are (Dice's coefficient over weighted words). Words match when equal, or apart by the typing
 * errors that searches forgive; a word with a digit only matches itself. Symmetric.
 */
export function likenessOf(one: readonly Word[], other: readonly Word[]): Likeness {
	const [sum, otherSum] = [sumOf(one), sumOf(other)];
	if (sum + otherSum === 0) return { ratio: 0, told: 0 };
	const common = commonWeight(one, other);
	const dice = Math.min(1, (2 * common) / (sum + otherSum));
	const told = Math.min(1, common);
	if (common < Math.min(sum, otherSum) - 1e-9) return { ratio: dice, told };
	return { ratio: Math.max(told >= 0.9 ? insideAnother : told >= 0.4 ? plainInsideAnother : 0, dice), told };
}

const sumOf = (words: readonly Word[]) => words.reduce((sum, { weight }) => sum + weight, 0);

function commonWeight(one: readonly Word[], other: readonly Word[]): number {
	const known = new Set(other.map(({ word }) => word));
	const shared = one.filter(({ word }) => known.has(word));
	const equal = new Set(shared.map(({ word }) => word));
	const left = other.filter(({ word }) => !equal.has(word));
	return (
		sumOf(shared) +
		nearWeight(
			one.filter(({ word }) => !equal.has(word)),
			left,
		)
	);
}

/** Pairs of words nearly alike, the surest first whatever the order in which the names come. */
function nearWeight(one: readonly Word[], other: readonly Word[]): number {
	const pairs = one
		.flatMap((a) => other.flatMap((b) => nearPair(a, b) ?? []))
		.sort((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1));
	const taken = new Set<Word>();
	let weight = 0;
	for (const { a, b, weight: proof } of pairs) {
		if (taken.has(a) || taken.has(b)) continue;
		taken.add(a).add(b);
		weight += proof;
	}
	return weight;
}

function nearPair(a: Word, b: Word) {
	const forgiven = Math.min(errorsForgiven(a.word), errorsForgiven(b.word));
	if (forgiven === 0 || typingDistance(a.word, b.word, forgiven) > forgiven) return undefined;
	return { a, b, weight: 0.8 * Math.min(a.weight, b.weight), key: [a.word, b.word].sort().join(' ') };
}
