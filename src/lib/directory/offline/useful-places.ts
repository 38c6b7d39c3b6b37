import { needs } from '#lib/ui/needs.ts';
import type { ListedEntry } from '../search/rows.ts';

/** The eight drawn needs, and what answers none of them. */
export const kinds = [...needs.map(({ key }) => key), 'autre'] as const;
export type Kind = (typeof kinds)[number];

/** What a list of so many bytes holds of a département, and what it had to leave out. */
export interface UsefulPlaces {
	readonly kept: readonly ListedEntry[];
	/** How many did not fit, all needs together. */
	readonly left: number;
	readonly leftOf: ReadonlyMap<Kind, number>;
}

/** The needs that a place answers; a place may answer several. */
export function kindsOf({ topics }: Pick<ListedEntry, 'topics'>): Kind[] {
	const categories = topics.map((topic) => topic.split('--')[0]);
	const answered = needs.filter((need) => need.categories.some((category) => categories.includes(category)));
	return answered.length > 0 ? answered.map(({ key }) => key) : ['autre'];
}

/**
 * Keeps what fits, each need in turn so that none starves another: first who welcomes everybody, then what is free, what
 * can be called, and what was checked last.
 * @param bytesOf what an entry weighs once written under one need
 */
export function usefulPlaces(
	entries: readonly ListedEntry[],
	most: number,
	bytesOf: (entry: ListedEntry) => number,
): UsefulPlaces {
	const queues = queuesOf(entries);
	const kept = new Set<ListedEntry>();
	let bytes = 0;
	for (let rank = 0; rank < entries.length; rank++)
		for (const queue of queues.values()) {
			const entry = queue[rank];
			if (!entry || kept.has(entry)) continue;
			const more = bytesOf(entry) * kindsOf(entry).length;
			if (bytes + more > most) continue;
			bytes += more;
			kept.add(entry);
		}
	return told(entries, kept);
}

function queuesOf(entries: readonly ListedEntry[]): Map<Kind, ListedEntry[]> {
	const queues = new Map<Kind, ListedEntry[]>(kinds.map((kind) => [kind, []]));
	for (const entry of entries.toSorted(byUse))
		for (const kind of kindsOf(entry)) queues.get(kind)?.push(entry);
	return queues;
}

const byUse = (a: ListedEntry, b: ListedEntry): number =>
	useOf(b) - useOf(a) || b.updatedOn.localeCompare(a.updatedOn) || a.id.localeCompare(b.id);

const useOf = ({ welcome, fee, phone }: ListedEntry): number =>
	(welcome === 'unconditional' ? 4 : 0) + (fee === 'free' ? 2 : 0) + (phone ? 1 : 0);

function told(entries: readonly ListedEntry[], kept: ReadonlySet<ListedEntry>): UsefulPlaces {
	const leftOf = new Map<Kind, number>();
	const left = entries.filter((entry) => !kept.has(entry));
	for (const kind of left.flatMap(kindsOf)) leftOf.set(kind, (leftOf.get(kind) ?? 0) + 1);
	return { kept: [...kept], left: left.length, leftOf };
}
