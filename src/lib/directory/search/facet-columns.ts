import { type Audience, audiences, fees, welcomeModes } from '../service.ts';
import { categories, topics } from '../topic.ts';
import type { SearchEntry } from './entry.ts';
import type { Query } from './query.ts';

/** Filters, each a bit of what a document fails. */
export const filter = { topics: 1, audiences: 2, fee: 4, mode: 8, openNow: 16 } as const;

/** Facet values of each document as bits, in the order of the closed lists. */
export interface FacetColumns {
	/** Three words of 32 topics a document. */
	readonly topics: Uint32Array;
	readonly categories: Uint16Array;
	/** Audiences that are welcome: all of them when everyone is, or when the source says nothing. */
	readonly audiences: Uint16Array;
	readonly fees: Uint8Array;
	readonly modes: Uint8Array;
}

export const wordsOfTopics = 3;
const topicNumbers = new Map(topics.map((topic, number) => [topic, number]));
export const everyAudience = 2 ** audiences.length - 1;

export function buildFacetColumns(entries: readonly SearchEntry[]): FacetColumns {
	const topicColumn = new Uint32Array(entries.length * wordsOfTopics);
	for (const [doc, entry] of entries.entries()) topicColumn.set(topicBits(entry.topics), doc * wordsOfTopics);
	return {
		topics: topicColumn,
		categories: Uint16Array.from(entries, (entry) => categoryBits(entry.topics)),
		audiences: Uint16Array.from(entries, (entry) => welcomedBits(entry.audiences)),
		fees: Uint8Array.from(entries, ({ fee }) => (fee ? bitsIn(fees, [fee]) : 0)),
		modes: Uint8Array.from(entries, (entry) => bitsIn(welcomeModes, entry.welcomeModes)),
	};
}

const bitsIn = <Value extends string>(list: readonly Value[], values: readonly Value[]): number =>
	values.reduce((bits, value) => bits | (1 << list.indexOf(value)), 0);

function topicBits(slugs: readonly string[]): Uint32Array {
	const bits = new Uint32Array(wordsOfTopics);
	for (const slug of slugs) {
		const number = topicNumbers.get(slug);
		if (number !== undefined) bits[number >>> 5]! |= 1 << (number & 31);
	}
	return bits;
}

function categoryBits(slugs: readonly string[]): number {
	const named = new Set(slugs.map((slug) => slug.split('--')[0]));
	return bitsIn(
		categories,
		categories.filter((category) => named.has(category)),
	);
}

const welcomedBits = (welcomed: readonly Audience[]) =>
	welcomed.length === 0 || welcomed.includes('everyone') ? everyAudience : bitsIn(audiences, welcomed);

/** A query's filters as bits; null where nothing is asked. An unknown topic matches nothing. */
export interface Filters {
	readonly topics: { readonly slugs: Uint32Array; readonly categories: number } | null;
	readonly audiences: number | null;
	readonly fee: number | null;
	readonly mode: number | null;
}

export const filtersOf = (query: Query): Filters => ({
	topics:
		query.topics.length === 0
			? null
			: {
					slugs: topicBits(query.topics),
					categories: categoryBits(query.topics.filter((slug) => !slug.includes('--'))),
				},
	audiences: query.audiences.length === 0 ? null : bitsIn(audiences, query.audiences),
	fee: query.fee ? bitsIn(fees, [query.fee]) : null,
	mode: query.mode ? bitsIn(welcomeModes, [query.mode]) : null,
});

/** Bits of the filters that a document fails, opening hours apart. */
export function failedFilters(columns: FacetColumns, filters: Filters, doc: number): number {
	let failed = 0;
	if (filters.topics && !hasTopic(columns, filters.topics, doc)) failed |= filter.topics;
	if (filters.audiences !== null && !(columns.audiences[doc]! & filters.audiences))
		failed |= filter.audiences;
	if (filters.fee !== null && !(columns.fees[doc]! & filters.fee)) failed |= filter.fee;
	if (filters.mode !== null && !(columns.modes[doc]! & filters.mode)) failed |= filter.mode;
	return failed;
}

function hasTopic(columns: FacetColumns, asked: NonNullable<Filters['topics']>, doc: number): boolean {
	if (columns.categories[doc]! & asked.categories) return true;
	for (let word = 0; word < wordsOfTopics; word++) {
		if (columns.topics[doc * wordsOfTopics + word]! & asked.slugs[word]!) return true;
	}
	return false;
}
