import type { Audience, Fee, Welcome, WelcomeMode } from '../service.ts';
import { type Category, categories, topics } from '../topic.ts';
import { type Facet, type FacetColumns, type FacetFilter, facetNames, facetValues } from './facet-columns.ts';

/** How many services each value would leave, all the other filters kept (values of one filter add up). */
export interface Facets {
	readonly topics: Readonly<Record<string, number>>;
	readonly categories: Readonly<Record<Category, number>>;
	readonly audiences: Readonly<Record<Audience, number>>;
	readonly fees: Readonly<Record<Fee, number>>;
	readonly modes: Readonly<Record<WelcomeMode, number>>;
	readonly welcomes: Readonly<Record<Welcome, number>>;
	/** By BCP 47 code. */
	readonly languages: Readonly<Record<string, number>>;
	readonly withPlaces: number;
	/** Null above 200 services when not asked for: reading so many opening hours is not worth a number. */
	readonly openNow: number | null;
}

/** What a document fails of the filters: nothing, one only, or several. */
export const verdict = { passes: -1, several: -2 } as const;

/** `passes`, `several`, or the number in `facetNames` of the only filter that the document fails. */
export function judge(filters: readonly FacetFilter[], doc: number): number {
	let failed: number = verdict.passes;
	for (const { facet, passes, setOf } of filters) {
		if (passes[setOf[doc]!] === 1) continue;
		if (failed !== verdict.passes) return verdict.several;
		failed = facet;
	}
	return failed;
}

/** Running counts of sets: a document that passes counts in every facet, one that fails one filter in that one. */
export function createFacetCounter(columns: FacetColumns) {
	const setCounts = facetNames.map((facet) => new Uint32Array(columns[facet].sets.length));
	const setsOf = facetNames.map((facet) => columns[facet].setOf);

	function countAll(doc: number): void {
		for (let facet = 0; facet < setsOf.length; facet++) setCounts[facet]![setsOf[facet]![doc]!]!++;
	}

	const countOne = (doc: number, failed: number): void => {
		setCounts[failed]![setsOf[failed]![doc]!]!++;
	};

	function finish(openNow: number | null): Facets {
		const counts = facetNames.map((facet, i) => spread(columns, facet, setCounts[i]!));
		return {
			topics: record(topics, counts[0]!, 0),
			categories: record(categories, counts[0]!, topics.length),
			audiences: record(facetValues.audiences, counts[1]!, 0),
			fees: record(facetValues.fee, counts[2]!, 0),
			modes: record(facetValues.mode, counts[3]!, 0),
			welcomes: record(facetValues.welcome, counts[4]!, 0),
			languages: record(facetValues.language, counts[5]!, 0),
			withPlaces: counts[6]![0] ?? 0,
			openNow,
		};
	}

	return { countAll, countOne, finish };
}

function spread(columns: FacetColumns, facet: Facet, setCounts: Uint32Array): Uint32Array {
	const counts = new Uint32Array(facetValues[facet].length);
	const { sets } = columns[facet];
	for (let set = 0; set < setCounts.length; set++) {
		if (setCounts[set] !== 0) for (const value of sets[set]!) counts[value]! += setCounts[set]!;
	}
	return counts;
}

function record<Value extends string>(values: readonly Value[], counts: Uint32Array, from: number) {
	const named: Partial<Record<Value, number>> = {};
	for (const [i, value] of values.entries()) named[value] = counts[from + i]!;
	return named as Record<Value, number>;
}
