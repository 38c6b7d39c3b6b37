import { buildGrid, type Grid } from '#lib/geo/grid.ts';
import { isLocated, isRemoteOnly, type SearchEntry } from './entry.ts';

const nowhere = -1;

/**
 * Order of the documents: services of one place together, places by cell of the grid, those without a point
 * last. What is near on Earth is near in memory.
 */
export interface Layout {
	readonly entries: readonly SearchEntry[];
	readonly grid: Grid;
	/** Rank in the grid of each document's place, or -1. */
	readonly placeOf: Int32Array;
	/** Documents of place `p`: from `placeStarts[p]` to `placeStarts[p + 1]`. */
	readonly placeStarts: Uint32Array;
	readonly remoteOnly: Uint8Array;
	/** Documents that a walk over places does not find, or finds where it should not. */
	readonly remoteDocs: Uint32Array;
	readonly unlocatedDocs: Uint32Array;
	/** Rank of each document by id, to settle ties. */
	readonly idRanks: Uint32Array;
}

export function layOut(given: readonly SearchEntry[]): Layout {
	const points = new Map<string, { latitude: number; longitude: number }>();
	for (const entry of given) {
		if (isLocated(entry))
			points.set(placeKey(entry), { latitude: entry.latitude, longitude: entry.longitude });
	}
	const grid = buildGrid([...points.values()]);
	const keys = [...points.keys()];
	const rankOfKey = new Map(Array.from(grid.order, (point, rank) => [keys[point]!, rank]));
	const placed = given
		.map((entry) => ({ entry, place: rankOfKey.get(placeKey(entry)) ?? nowhere }))
		.sort((a, b) => last(a.place) - last(b.place) || (a.entry.id < b.entry.id ? -1 : 1));
	const entries = placed.map(({ entry }) => entry);
	const placeOf = Int32Array.from(placed, ({ place }) => place);
	const remoteOnly = Uint8Array.from(entries, (entry) => Number(isRemoteOnly(entry)));
	return {
		entries,
		grid,
		placeOf,
		placeStarts: startsOf(placeOf, grid.order.length),
		remoteOnly,
		remoteDocs: docsWhere(entries, (_, doc) => remoteOnly[doc] === 1),
		unlocatedDocs: docsWhere(entries, (_, doc) => remoteOnly[doc] === 0 && placeOf[doc] === nowhere),
		idRanks: ranksById(entries),
	};
}

const placeKey = (entry: SearchEntry) => (isLocated(entry) ? `${entry.latitude},${entry.longitude}` : '');

const last = (place: number) => (place === nowhere ? Number.MAX_SAFE_INTEGER : place);

function startsOf(placeOf: Int32Array, places: number): Uint32Array {
	const starts = new Uint32Array(places + 1);
	for (const place of placeOf) if (place !== nowhere) starts[place + 1]!++;
	for (let place = 0; place < places; place++) starts[place + 1]! += starts[place]!;
	return starts;
}

const docsWhere = (entries: readonly SearchEntry[], test: (entry: SearchEntry, doc: number) => boolean) =>
	Uint32Array.from([...entries.keys()].filter((doc) => test(entries[doc]!, doc)));

function ranksById(entries: readonly SearchEntry[]): Uint32Array {
	const ranks = new Uint32Array(entries.length);
	const sorted = [...entries.keys()].sort((a, b) => (entries[a]!.id < entries[b]!.id ? -1 : 1));
	for (const [rank, doc] of sorted.entries()) ranks[doc] = rank;
	return ranks;
}
