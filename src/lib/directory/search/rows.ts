import type { SearchEntry } from './entry.ts';

/** What a list shows of a service: its full description is only searched. */
export type ListedEntry = Omit<SearchEntry, 'description'>;

/** The entries in one buffer, read one by one when shown: a hundred thousand objects would weigh five times as much. */
export interface Rows {
	readonly bytes: Uint8Array;
	/** Where each row begins; one more entry closes the last. */
	readonly starts: Uint32Array;
}

const batch = 1000;

export function packRows(entries: readonly SearchEntry[]): Rows {
	const encoder = new TextEncoder();
	const starts = new Uint32Array(entries.length + 1);
	const parts: Uint8Array[] = [];
	let size = 0;
	for (let from = 0; from < entries.length; from += batch) {
		for (const [i, { description: _, ...listed }] of entries.slice(from, from + batch).entries()) {
			const row = encoder.encode(JSON.stringify(listed));
			parts.push(row);
			size += row.length;
			starts[from + i + 1] = size;
		}
	}
	const bytes = new Uint8Array(size);
	for (const [doc, part] of parts.entries()) bytes.set(part, starts[doc]!);
	return { bytes, starts };
}

const decoder = new TextDecoder();

export const rowAt = ({ bytes, starts }: Rows, doc: number): ListedEntry =>
	JSON.parse(decoder.decode(bytes.subarray(starts[doc]!, starts[doc + 1]!))) as ListedEntry;
