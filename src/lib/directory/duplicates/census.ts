import type { Frequencies } from './compared.ts';
import { keyHash } from './key-hash.ts';

/** Counts how many entries bear each word and each contact. */
export class Census implements Frequencies {
	readonly #counts = new Map<number, number>();

	count(keys: Iterable<string>): void {
		for (const key of keys) {
			const hash = keyHash(key);
			this.#counts.set(hash, (this.#counts.get(hash) ?? 0) + 1);
		}
	}

	of(key: string): number {
		return this.#counts.get(keyHash(key)) ?? 1;
	}
}
