import type { Lexicon } from './lexicon.ts';

const shortestCorrected = 4;
const twoErrorsFrom = 8;
/** Two words two errors apart have prefixes that become equal by deleting two letters of each at most. */
const prefixLength = 7;

/**
 * Finds the word meant by one that does not exist: SymSpell's deletion neighbourhoods (W. Garbe), where a word
 * is kept under every string that its first seven letters become by losing one or two of them.
 */
export interface TypingErrors {
	/** Words of bucket `b`: `words[starts[b]]` to `words[starts[b + 1]]`. */
	readonly starts: Uint32Array;
	readonly words: Uint32Array;
}

/** How many errors are forgiven in a word of this length; none in one that holds a digit. */
export function errorsForgiven(word: string): 0 | 1 | 2 {
	if (word.length < shortestCorrected || /\p{N}/u.test(word)) return 0;
	return word.length < twoErrorsFrom ? 1 : 2;
}

export function buildTypingErrors({ words }: Lexicon): TypingErrors {
	const keys = words.map((word) => neighbourhood(word, lettersLost(word)));
	const buckets = bucketsFor(keys.reduce((sum, { length }) => sum + length, 0));
	const starts = new Uint32Array(buckets + 1);
	for (const hashes of keys) for (const hash of hashes) starts[(hash & (buckets - 1)) + 1]!++;
	for (let bucket = 0; bucket < buckets; bucket++) starts[bucket + 1]! += starts[bucket]!;
	const next = starts.slice();
	const filled = new Uint32Array(starts[buckets]!);
	for (const [word, hashes] of keys.entries()) {
		for (const hash of hashes) filled[next[hash & (buckets - 1)]!++] = word;
	}
	return { starts, words: filled };
}

const lettersLost = (word: string) =>
	/\p{N}/u.test(word) || word.length < shortestCorrected - 1 ? -1 : word.length < twoErrorsFrom - 2 ? 1 : 2;

const bucketsFor = (keys: number) => 2 ** Math.max(1, Math.ceil(Math.log2(keys + 1)));

/** The nearest word within the errors forgiven: fewest errors, then most frequent, then first in the alphabet. */
export function nearestWord(lexicon: Lexicon, errors: TypingErrors, typed: string): number | undefined {
	const forgiven = errorsForgiven(typed);
	if (forgiven === 0) return undefined;
	const buckets = errors.starts.length - 1;
	let best: number | undefined;
	let fewest = forgiven + 1;
	for (const hash of neighbourhood(typed, forgiven)) {
		const bucket = hash & (buckets - 1);
		for (let i = errors.starts[bucket]!; i < errors.starts[bucket + 1]!; i++) {
			const word = errors.words[i]!;
			const distance = typingDistance(typed, lexicon.words[word]!, fewest);
			if (distance > forgiven || distance > fewest) continue;
			if (distance < fewest || best === undefined || isLikelier(lexicon, word, best)) best = word;
			fewest = distance;
		}
	}
	return best;
}

const isLikelier = ({ frequencies }: Lexicon, word: number, best: number) =>
	frequencies[word]! > frequencies[best]! || (frequencies[word] === frequencies[best] && word < best);

/** Hashes (FNV-1a) of what a word's prefix becomes by losing at most `lost` letters; none when it is negative. */
function neighbourhood(word: string, lost: number): Uint32Array {
	const length = Math.min(prefixLength, word.length);
	const hashes: number[] = [];
	for (let losses = 0; losses < 1 << length; losses++) {
		if (bitsOf(losses) <= lost) hashes.push(hashWithout(word, length, losses));
	}
	return Uint32Array.from(new Set(hashes));
}

function bitsOf(mask: number): number {
	let bits = 0;
	for (let rest = mask; rest !== 0; rest &= rest - 1) bits++;
	return bits;
}

function hashWithout(word: string, length: number, losses: number): number {
	let hash = 0x811c9dc5;
	for (let i = 0; i < length; i++) {
		if (!(losses & (1 << i))) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
	}
	return (hash ^ (hash >>> 15)) >>> 0;
}

const longest = 64;
const [older, above, here] = [new Uint8Array(longest), new Uint8Array(longest), new Uint8Array(longest)];

/**
 * Optimal string alignment: insertions, deletions, substitutions, swaps of neighbours; words up to 63 letters.
 * Any value above `atMost` may be returned for a greater distance.
 */
export function typingDistance(one: string, other: string, atMost = longest): number {
	if (Math.abs(one.length - other.length) > atMost) return atMost + 1;
	let [before, last, row] = [older!, above!, here!];
	for (let j = 0; j <= other.length; j++) last[j] = j;
	for (let i = 1; i <= one.length; i++) {
		row[0] = i;
		let lowest = i;
		for (let j = 1; j <= other.length; j++) {
			const same = one.charCodeAt(i - 1) === other.charCodeAt(j - 1);
			let least = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
			if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
				least = Math.min(least, before[j - 2]! + 1);
			}
			row[j] = least;
			if (least < lowest) lowest = least;
		}
		if (lowest > atMost) return atMost + 1;
		[before, last, row] = [last, row, before];
	}
	return last[other.length]!;
}
