import { closureOn, parisDay } from '../closure.ts';
import type { Closure } from '../organisation.ts';
import { type Concepts, readSynonyms, type Synonyms } from './concepts.ts';
import { createDistances, type Distances } from './distances.ts';
import type { SearchEntry } from './entry.ts';
import { buildFacetColumns, type FacetColumns, filtersOf } from './facet-columns.ts';
import { createFacetCounter, type Facets, judge, verdict } from './facets.ts';
import { buildInverted, type Inverted } from './inverted.ts';
import { type Layout, layOut } from './layout.ts';
import type { Lexicon } from './lexicon.ts';
import { createMatching, type Matching, visitMatches, wordsHeld } from './matching.ts';
import { gatherOpenings, type IsOpen, isOpenNow, type Openings, refreshOpenings } from './openings.ts';
import { type Query, soundQuery } from './query.ts';
import { closedWorth, dayOf, dayOfDate, scoreOf, standingOf } from './rank.ts';
import { lane, type Reach, reachOf } from './reach.ts';
import { type Correction, type ReadWord, readWords } from './reading.ts';
import { type Reason, reasonsFor } from './reasons.ts';
import { type ListedEntry, rowAt } from './rows.ts';
import { createTop, type Top } from './top.ts';
import { buildTypingErrors, type TypingErrors } from './typing-errors.ts';
import { gatherZones, type Zones } from './zone.ts';

/** The whole directory, ready to be searched. Derived: rebuilt from the database, never written to. */
export interface SearchIndex {
	readonly layout: Layout;
	readonly lexicon: Lexicon;
	readonly concepts: Concepts;
	readonly typingErrors: TypingErrors;
	readonly inverted: Inverted;
	readonly facets: FacetColumns;
	readonly zones: Zones;
	readonly openings: Openings;
	readonly updatedDays: Int32Array;
	/** Saturation × response delay of each document. */
	readonly standings: Float64Array;
	/** Closures of those that have some. */
	readonly closuresOf: ReadonlyMap<number, readonly Closure[]>;
	readonly matching: Matching;
	readonly distances: Distances;
}

export interface Hit {
	readonly entry: ListedEntry;
	/** To the nearest ten metres; null without a place, or when none was asked. */
	readonly distanceKm: number | null;
	readonly reasons: readonly Reason[];
	readonly score: number;
}

export interface Found {
	/** How many `results` there are in all; both lists are cut by the query's offset and limit. */
	readonly total: number;
	readonly results: readonly Hit[];
	/** Given at a distance only, apart from what is near; empty when no place was asked: all is in `results`. */
	readonly remoteTotal: number;
	readonly remote: readonly Hit[];
	/** Of both lists together. */
	readonly facets: Facets;
	readonly corrections: readonly Correction[];
	/** No service holds every word: these hold at least one. */
	readonly relaxed: boolean;
}

const mostOpeningsRead = 200;

/** Builds the index from every service; ids must be distinct. */
export function buildIndex(given: readonly SearchEntry[], synonyms: Synonyms = []): SearchIndex {
	const { layout, entries } = layOut(given);
	const concepts = readSynonyms(synonyms);
	const { lexicon, inverted } = buildInverted(entries, concepts);
	return {
		layout,
		lexicon,
		concepts,
		typingErrors: buildTypingErrors(lexicon),
		inverted,
		facets: buildFacetColumns(entries),
		zones: gatherZones(entries),
		openings: gatherOpenings(entries),
		updatedDays: Int32Array.from(entries, ({ updatedOn }) => dayOfDate(updatedOn)),
		standings: Float64Array.from(entries, standingOf),
		closuresOf: new Map(
			[...entries.entries()].flatMap(([doc, { closures }]) =>
				closures.length > 0 ? [[doc, closures] as const] : [],
			),
		),
		matching: createMatching(layout.count),
		distances: createDistances(layout.grid),
	};
}

/** One search, answered at an instant. */
interface Search {
	readonly index: SearchIndex;
	readonly query: Query;
	readonly words: readonly ReadWord[];
	readonly reach: Reach;
	readonly at: Date;
	readonly isOpen: IsOpen;
	/** The closure that holds today, if any. */
	closureOf(doc: number): Closure | undefined;
}

/** What one pass over the documents leaves. */
interface Gathered {
	readonly list: Top;
	readonly remote: Top;
	readonly facets: Facets;
}

/** Finds services, best first, with why each is there. The same index, query and instant give the same answer. */
export function findServices(index: SearchIndex, query: Query, at: Date, isOpen: IsOpen): Found {
	const asked = soundQuery(query);
	const { words, corrections } = readWords(index.lexicon, index.typingErrors, index.concepts, asked.words);
	refreshOpenings(index.openings, at, isOpen);
	const reach = reachOf(index.layout, index.zones, index.distances, asked);
	const day = parisDay(at);
	const closureOf = (doc: number) => closureOn(index.closuresOf.get(doc) ?? [], day);
	const search: Search = { index, query: asked, words, reach, at, isOpen, closureOf };
	const strict = gather(search, 'all');
	const loose = isEmpty(strict) && words.length > 1 ? gather(search, 'any') : strict;
	const { list, remote, facets } = isEmpty(loose) ? strict : loose;
	return {
		total: list.offered,
		results: hitsOf(search, list),
		remoteTotal: remote.offered,
		remote: hitsOf(search, remote),
		facets,
		corrections,
		relaxed: loose !== strict && !isEmpty(loose),
	};
}

const isEmpty = ({ list, remote }: Gathered) => list.offered + remote.offered === 0;

function gather(search: Search, need: 'all' | 'any'): Gathered {
	const { index, query, words, reach } = search;
	const { idRanks, count } = index.layout;
	const size = Math.min(count, query.offset + query.limit);
	const [list, remote] = [createTop(size, idRanks), createTop(size, idRanks)];
	const counter = createFacetCounter(index.facets);
	const openings = countOpenings(search);
	const filters = filtersOf(index.facets, query);
	const today = dayOf(search.at);

	function consider(doc: number, text: number): void {
		const failed = judge(filters, doc);
		if (failed === verdict.several) return;
		const where = reach.laneOf(doc);
		if (where === lane.out) return;
		const isClosed = index.closuresOf.has(doc) && search.closureOf(doc) !== undefined;
		const isShut = query.openNow && (isClosed || !isOpenNow(index.openings, doc, search.at, search.isOpen));
		if (isShut) return;
		if (failed !== verdict.passes) {
			counter.countOne(doc, failed);
			return;
		}
		counter.countAll(doc);
		if (!isClosed) openings.add(doc);
		const ageDays = today - index.updatedDays[doc]!;
		const standing = index.standings[doc]! * (isClosed ? closedWorth : 1);
		const score = scoreOf(text, reach.rankKmOf(doc), ageDays, reach.covers(doc), standing);
		(where === lane.list ? list : remote).offer(doc, score);
	}

	if (words.length > 0) visitMatches(index.inverted, index.matching, words, need, reach.runs, consider);
	else for (const [from, to] of reach.runs) for (let doc = from; doc < to; doc++) consider(doc, 1);
	return { list, remote, facets: counter.finish(openings.count()) };
}

/** Counts those open now among the documents that pass every other filter, unless they are too many. */
function countOpenings({ index, query, at, isOpen }: Search) {
	const docs: number[] = [];
	return {
		add(doc: number) {
			if (query.openNow || docs.length <= mostOpeningsRead) docs.push(doc);
		},
		count() {
			if (query.openNow) return docs.length;
			if (docs.length > mostOpeningsRead) return null;
			return docs.reduce((sum, doc) => sum + Number(isOpenNow(index.openings, doc, at, isOpen)), 0);
		},
	};
}

const hitsOf = (search: Search, top: Top): Hit[] =>
	top
		.sorted()
		.slice(search.query.offset)
		.map(({ doc, score }) => hitOf(search, doc, score));

function hitOf(
	{ index, query, words, reach, at, isOpen, closureOf }: Search,
	doc: number,
	score: number,
): Hit {
	const entry = rowAt(index.layout.rows, doc);
	const km = reach.kmOf(doc);
	const reasons = reasonsFor({
		entry,
		near: query.near,
		km,
		isOpen: !closureOf(doc) && isOpenNow(index.openings, doc, at, isOpen),
		closure: closureOf(doc),
		covered: reach.covers(doc),
		words: wordsHeld(index.inverted, words, doc),
		ageDays: dayOf(at) - index.updatedDays[doc]!,
	});
	return { entry, distanceKm: km === null ? null : Math.round(km * 100) / 100, reasons, score };
}
