/** Repeatable chance: the same seed and label always give the same draws, on every machine. */
export interface Chance {
	/** A number from 0 to 1, 1 excluded. */
	next(): number;
	/** A whole number between two bounds, both included. */
	int(least: number, most: number): number;
	/** True `share` of the time. */
	maybe(share: number): boolean;
	/** One item of a list that is not empty. */
	pick<T>(items: readonly T[]): T;
	/** One item, in proportion to its weight; undefined when no weight is positive. */
	weigh<T>(items: readonly T[], weight: (item: T) => number): T | undefined;
	/** The same items in another order. */
	shuffle<T>(items: readonly T[]): T[];
	/** Some of the items, all different, in the order drawn. */
	some<T>(items: readonly T[], count: number): T[];
}

/** A stream of its own for each label, so that drawing more in one place changes nothing elsewhere. */
export function chanceFrom(seed: number, label: string): Chance {
	const next = mulberry32(hash(`${seed}/${label}`));
	const int = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
	const pick = <T>(items: readonly T[]): T => {
		const item = items[int(0, items.length - 1)];
		if (item === undefined) throw new Error('nothing to pick from');
		return item;
	};
	const shuffle = <T>(items: readonly T[]): T[] => {
		const keyed = items.map((item) => ({ item, key: next() }));
		return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
	};
	return {
		next,
		int,
		pick,
		shuffle,
		maybe: (share) => next() < share,
		some: (items, count) => shuffle(items).slice(0, count),
		weigh: (items, weight) => heaviest(items, weight, next()),
	};
}

function heaviest<T>(items: readonly T[], weight: (item: T) => number, draw: number): T | undefined {
	const weights = items.map(weight);
	let left = draw * weights.reduce((sum, each) => sum + each, 0);
	return items.find((_, index) => {
		const each = weights[index] ?? 0;
		left -= each;
		return each > 0 && left < 0;
	});
}

/** Tommy Ettinger's mulberry32: 32 bits of state, ample for a demonstration. */
function mulberry32(start: number): () => number {
	let state = start;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** FNV-1a on UTF-16 units. */
function hash(text: string): number {
	let value = 0x811c9dc5;
	for (let index = 0; index < text.length; index++) {
		value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
	}
	return value | 0;
}
