/** The same draws at every run: a linear congruence of 32 bits, seeded. */
export interface Chance {
	/** From 0, included, to 1, excluded. */
	next(): number;
	below(count: number): number;
	pick<T>(list: readonly T[]): T;
	happens(share: number): boolean;
}

export function chanceOf(seed: number): Chance {
	let state = seed >>> 0;
	const next = () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
	const below = (count: number) => Math.floor(next() * count);
	return {
		next,
		below,
		// A list of one at least: callers draw from constants.
		pick: <T>(list: readonly T[]): T => list[below(list.length)]!,
		happens: (share) => next() < share,
	};
}
