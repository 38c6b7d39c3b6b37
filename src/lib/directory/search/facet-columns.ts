import { offeredLanguages } from '../language-names.ts';
import { audiences, fees, welcomeModes, welcomes } from '../service.ts';
import { categories, topics } from '../topic.ts';
import type { SearchEntry } from './entry.ts';
import type { Query } from './query.ts';

/** Values of each facet; a topic's list goes on with the sixteen categories. */
export const facetValues = {
	topics: [...topics, ...categories],
	audiences,
	fee: fees,
	mode: welcomeModes,
	welcome: welcomes,
	language: offeredLanguages,
	places: ['left'],
} as const satisfies Record<string, readonly string[]>;

export type Facet = keyof typeof facetValues;
export const facetNames = [
	'topics',
	'audiences',
	'fee',
	'mode',
	'welcome',
	'language',
	'places',
] as const satisfies readonly Facet[];

/**
 * One facet of every document. Few distinct sets of values exist: each is kept once, and a document is a number of
 * set, so that testing or counting one costs one look.
 */
export interface FacetColumn {
	readonly setOf: Uint32Array;
	/** Positions of the values in their list. */
	readonly sets: readonly (readonly number[])[];
}
export type FacetColumns = Readonly<Record<Facet, FacetColumn>>;

export const buildFacetColumns = (entries: readonly SearchEntry[]): FacetColumns => ({
	topics: gatherSets(entries, 'topics', ({ topics: slugs }) => slugs.flatMap(withCategory)),
	audiences: gatherSets(entries, 'audiences', welcomed),
	fee: gatherSets(entries, 'fee', ({ fee }) => (fee ? [fee] : [])),
	mode: gatherSets(entries, 'mode', ({ welcomeModes: modes }) => modes),
	welcome: gatherSets(entries, 'welcome', ({ welcome }) => (welcome ? [welcome] : [])),
	language: gatherSets(entries, 'language', ({ languages }) => languages),
	places: gatherSets(entries, 'places', ({ placesLeft }) => (placesLeft ? ['left'] : [])),
});

const withCategory = (topic: string) => [topic, topic.split('--')[0]!];

/** A service that says nothing, or everyone, welcomes each audience. */
const welcomed = ({ audiences: named }: SearchEntry) =>
	named.length === 0 || named.includes('everyone') ? audiences : named;

function gatherSets(
	entries: readonly SearchEntry[],
	facet: Facet,
	valuesOf: (entry: SearchEntry) => readonly string[],
): FacetColumn {
	const ids = new Map<string, number>();
	const sets: (readonly number[])[] = [];
	const setOf = Uint32Array.from(entries, (entry) => {
		const set = positionsOf(facet, valuesOf(entry));
		const key = set.join();
		if (!ids.has(key)) ids.set(key, sets.push(set) - 1);
		return ids.get(key)!;
	});
	return { setOf, sets };
}

const positions: Readonly<Record<Facet, ReadonlyMap<string, number>>> = {
	topics: positionsIn(facetValues.topics),
	audiences: positionsIn(facetValues.audiences),
	fee: positionsIn(facetValues.fee),
	mode: positionsIn(facetValues.mode),
	welcome: positionsIn(facetValues.welcome),
	language: positionsIn(facetValues.language),
	places: positionsIn(facetValues.places),
};

function positionsIn(list: readonly string[]): Map<string, number> {
	return new Map(list.map((value, position) => [value, position]));
}

/** Distinct, ascending; a value that the list does not know is left out. */
function positionsOf(facet: Facet, values: readonly string[]): number[] {
	const known = values
		.map((value) => positions[facet].get(value))
		.filter((position) => position !== undefined);
	return [...new Set(known)].sort((a, b) => a - b);
}

/** One filter that a query sets. */
export interface FacetFilter {
	/** Number of its facet in `facetNames`. */
	readonly facet: number;
	/** Whether each set of the column passes: 1 or 0. */
	readonly passes: Uint8Array;
	readonly setOf: Uint32Array;
}

/** The filters that are set, those of the query that ask for nothing apart. */
export function filtersOf(columns: FacetColumns, query: Query): FacetFilter[] {
	const asked: Readonly<Record<Facet, readonly string[]>> = {
		topics: query.topics,
		audiences: query.audiences,
		fee: query.fee ? [query.fee] : [],
		mode: query.mode ? [query.mode] : [],
		welcome: query.welcome ? [query.welcome] : [],
		language: query.language ? [query.language] : [],
		places: query.withPlaces ? ['left'] : [],
	};
	return facetNames.flatMap((name, facet) => {
		if (asked[name].length === 0) return [];
		const { setOf, sets } = columns[name];
		return [{ facet, passes: passing(sets, positionsOf(name, asked[name])), setOf }];
	});
}

function passing(sets: FacetColumn['sets'], wanted: readonly number[]): Uint8Array {
	const passes = new Uint8Array(sets.length);
	for (let set = 0; set < sets.length; set++) {
		for (const value of sets[set]!) if (wanted.includes(value)) passes[set] = 1;
	}
	return passes;
}
