import type { Act } from '#lib/server/act.ts';
import type { EntryKind } from '../../fields.ts';
import { blockingKeys } from '../blocking-keys.ts';
import { Blocks } from '../blocks.ts';
import { Census } from '../census.ts';
import { alone, type Compared, compared } from '../compared.ts';
import { keyHash } from '../key-hash.ts';
import { type Filed, filedPages } from './compared-entries.ts';

/** What is kept of each entry while the others are read: its id, two numbers and its keys. */
export class Filing {
	readonly census = new Census();
	readonly #blocks = new Blocks();
	readonly #ids: string[] = [];
	readonly #roots: number[] = [];
	readonly #isTouched: boolean[] = [];

	get size(): number {
		return this.#ids.length;
	}

	file(filed: Filed, isTouched: boolean): void {
		const entry = compared(filed, alone);
		this.#blocks.file(this.#ids.length, blockingKeys(entry));
		this.census.count(counted(entry));
		this.#ids.push(filed.id);
		this.#roots.push(keyHash(filed.root));
		this.#isTouched.push(isTouched);
	}

	/** Ids of entries worth comparing: not one already, and one of them at least was touched. */
	*pairs(): Generator<readonly [string, string]> {
		const isWanted = (one: number, other: number) =>
			(this.#isTouched[one]! || this.#isTouched[other]!) && this.#roots[one] !== this.#roots[other];
		for (const [one, other] of this.#blocks.pairs(this.size, isWanted))
			yield [this.#ids[one]!, this.#ids[other]!];
	}

	*touched(): Generator<string> {
		for (const [rank, id] of this.#ids.entries()) if (this.#isTouched[rank]) yield id;
	}
}

function counted({ words, phone, email, site }: Compared): string[] {
	return [...words.map(({ word }) => word), ...[phone, email, site].flatMap((contact) => contact?.key ?? [])];
}

/** Files every entry of a kind; touched are those imported since, or all. */
export async function fileEntries(act: Act, kind: EntryKind, since: Date | null): Promise<Filing> {
	const filing = new Filing();
	for await (const page of filedPages(act, kind))
		for (const filed of page) filing.file(filed, since === null || filed.importedAt >= since);
	return filing;
}
