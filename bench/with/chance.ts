/** Numbers between 0 and 1, 1 left out. */
export type Chance = () => number;

/** Mulberry32 (T. Ettinger): the same numbers from the same seed, between 0 and 1. */
export function chanceFrom(seed: number): Chance {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

export const pick = <T>(chance: Chance, list: readonly T[]): T => list[Math.floor(chance() * list.length)]!;

/** Ranks from 0, the nth about as frequent as 1/n. */
export const zipf = (chance: Chance, ranks: number): number => Math.floor(ranks ** chance()) - 1;

const syllables =
	'ac com pa gne ment for ma tion lo ge em ploi san té fa mi lle é cole nu mé ri que ai de dro it'.split(' ');

/** Different words of two to five syllables. */
export function inventWords(chance: Chance, count: number): string[] {
	const words = new Set<string>();
	while (words.size < count) {
		const length = 2 + Math.floor(chance() * 4);
		words.add(Array.from({ length }, () => pick(chance, syllables)).join(''));
	}
	return [...words];
}

/** A word with one letter, neither its first nor its last, lost, doubled, changed, or swapped with the next one. */
export function mistyped(chance: Chance, word: string): string {
	const i = 1 + Math.floor(chance() * (word.length - 2));
	const [before, letter, after] = [word.slice(0, i), word[i]!, word.slice(i + 1)];
	return pick(chance, [
		before + after,
		`${before}${letter}${letter}${after}`,
		`${before}${letter === 'a' ? 'o' : 'a'}${after}`,
		`${before}${after[0] ?? ''}${letter}${after.slice(1)}`,
	]);
}
