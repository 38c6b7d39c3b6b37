import type { Point } from '#lib/geo/distance.ts';
import { buildGrid, type Grid } from '#lib/geo/grid.ts';
import { isLocated, isRemoteOnly, type SearchEntry } from './entry.ts';
import { packRows, type Rows } from './rows.ts';

const nowhere = -1;

/**
 * Order of the documents: those of one place together, places by cell of the grid; then those without a point; then
 * those given at a distance only. What is near on Earth is near in memory: a circle is a few runs of documents.
 */
export interface Layout {
	readonly count: number;
	readonly rows: Rows;
	/** Number of each document's commune in `communes`, or -1. */
	readonly communeOf: Int32Array;
	readonly communes: ReadonlyMap<string, number>;
	readonly grid: Grid;
	/** Rank in the grid of each document's place, or -1. */
	readonly placeOf: Int32Array;
	/** Documents of place `p`: from `placeStarts[p]` to `placeStarts[p + 1]`. */
	readonly placeStarts: Uint32Array;
	/** Where the documents without a place begin, and those given at a distance only. */
	readonly placed: number;
	readonly firstRemote: number;
	/** Where each mobile document stops. */
	readonly stopsOf: ReadonlyMap<number, readonly Point[]>;
	/** Rank of each document by id, to settle ties. */
	readonly idRanks: Uint32Array;
}

/** The documents in order, and what is known of where they are. */
export function layOut(given: readonly SearchEntry[]): { layout: Layout; entries: SearchEntry[] } {
	const points = new Map<string, { latitude: number; longitude: number }>();
	for (const entry of given) {
		if (!isRemoteOnly(entry) && isLocated(entry))
			points.set(placeKey(entry), { latitude: entry.latitude, longitude: entry.longitude });
	}
	const grid = buildGrid([...points.values()]);
	const keys = [...points.keys()];
	const rankOfKey = new Map(Array.from(grid.order, (point, rank) => [keys[point]!, rank]));
	const rankOf = (entry: SearchEntry): number =>
		isRemoteOnly(entry) ? grid.order.length + 1 : (rankOfKey.get(placeKey(entry)) ?? grid.order.length);
	const ranked = given
		.map((entry) => ({ entry, rank: rankOf(entry) }))
		.sort((a, b) => a.rank - b.rank || (a.entry.id < b.entry.id ? -1 : 1));
	const entries = ranked.map(({ entry }) => entry);
	const placeOf = Int32Array.from(ranked, ({ rank }) => (rank < grid.order.length ? rank : nowhere));
	const placeStarts = startsOf(placeOf, grid.order.length);
	const communes = new Map<string, number>();
	const communeOf = Int32Array.from(entries, ({ communeCode }) => {
		if (communeCode === null) return nowhere;
		if (!communes.has(communeCode)) communes.set(communeCode, communes.size);
		return communes.get(communeCode)!;
	});
	const layout = {
		count: entries.length,
		rows: packRows(entries),
		communeOf,
		communes,
		grid,
		placeOf,
		placeStarts,
		placed: placeStarts.at(-1) ?? 0,
		firstRemote: entries.length - entries.filter(isRemoteOnly).length,
		stopsOf: new Map(
			[...entries.entries()].flatMap(([doc, { stops }]) => (stops.length > 0 ? [[doc, stops] as const] : [])),
		),
		idRanks: ranksById(entries),
	};
	return { layout, entries };
}

const placeKey = (entry: SearchEntry) => (isLocated(entry) ? `${entry.latitude},${entry.longitude}` : '');

function startsOf(placeOf: Int32Array, places: number): Uint32Array {
	const starts = new Uint32Array(places + 1);
	for (const place of placeOf) if (place !== nowhere) starts[place + 1]!++;
	for (let place = 0; place < places; place++) starts[place + 1]! += starts[place]!;
	return starts;
}

function ranksById(entries: readonly SearchEntry[]): Uint32Array {
	const ranks = new Uint32Array(entries.length);
	const sorted = [...entries.keys()].sort((a, b) => (entries[a]!.id < entries[b]!.id ? -1 : 1));
	for (const [rank, doc] of sorted.entries()) ranks[doc] = rank;
	return ranks;
}
