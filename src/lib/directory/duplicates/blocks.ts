import { keyHash } from './key-hash.ts';

/** A block with more entries than that is a switchboard or a common word: it says nothing. */
const largest = 40;

/** Entries, by their rank, filed under keys; in flat columns, 12 bytes a key. */
export class Blocks {
	#keys = new Float64Array(1024);
	#ranks = new Uint32Array(1024);
	#size = 0;

	file(rank: number, keys: Iterable<string>): void {
		for (const key of keys) {
			if (this.#size === this.#ranks.length) this.#grow();
			this.#keys[this.#size] = keyHash(key);
			this.#ranks[this.#size++] = rank;
		}
	}

	#grow(): void {
		const [keys, ranks] = [this.#keys, this.#ranks];
		this.#keys = new Float64Array(2 * keys.length);
		this.#keys.set(keys);
		this.#ranks = new Uint32Array(2 * ranks.length);
		this.#ranks.set(ranks);
	}

	/**
	 * The pairs of ranks that share a key, the smaller rank first, each once, in order. `isWanted` leaves pairs out.
	 * Never quadratic: at most `largest` pairs for each key filed.
	 */
	*pairs(entries: number, isWanted: (one: number, other: number) => boolean): Generator<[number, number]> {
		const packed = this.#packedPairs(entries, isWanted);
		let last = -1;
		for (const pair of packed) {
			if (pair !== last) yield [Math.floor(pair / entries), pair % entries];
			last = pair;
		}
	}

	/** Each pair as one number, sorted; repeated when it shares several keys. */
	#packedPairs(entries: number, isWanted: (one: number, other: number) => boolean): Float64Array {
		let packed = new Float64Array(1024);
		let size = 0;
		for (const block of this.#each()) {
			for (let i = 0; i < block.length; i++) {
				for (let j = i + 1; j < block.length; j++) {
					const [one, other] = [block[i]!, block[j]!].sort((a, b) => a - b) as [number, number];
					if (one === other || !isWanted(one, other)) continue;
					if (size === packed.length) packed = doubled(packed);
					packed[size++] = one * entries + other;
				}
			}
		}
		return packed.subarray(0, size).sort();
	}

	*#each(): Generator<Uint32Array> {
		const keys = this.#keys;
		const order = Uint32Array.from({ length: this.#size }, (_, i) => i).sort(
			(a, b) => keys[a]! - keys[b]! || a - b,
		);
		let from = 0;
		for (let to = 1; to <= order.length; to++) {
			if (to < order.length && keys[order[to]!] === keys[order[from]!]) continue;
			if (to - from > 1 && to - from <= largest) yield order.subarray(from, to).map((at) => this.#ranks[at]!);
			from = to;
		}
	}
}

function doubled(column: Float64Array): Float64Array<ArrayBuffer> {
	const larger = new Float64Array(2 * column.length);
	larger.set(column);
	return larger;
}
