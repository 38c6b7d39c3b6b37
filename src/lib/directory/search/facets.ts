import { type Audience, audiences, type Fee, fees, type WelcomeMode, welcomeModes } from '../service.ts';
import { categories, topics } from '../topic.ts';
import { everyAudience, type FacetColumns, filter, wordsOfTopics } from './facet-columns.ts';

/** How many services each value would leave, all the other filters kept (values of one filter add up). */
export interface Facets {
	readonly topics: Readonly<Record<string, number>>;
	readonly categories: Readonly<Record<string, number>>;
	readonly audiences: Readonly<Record<Audience, number>>;
	readonly fees: Readonly<Record<Fee, number>>;
	readonly modes: Readonly<Record<WelcomeMode, number>>;
	/** Null above 2,000 services when not asked for: reading so many opening hours is not worth a number. */
	readonly openNow: number | null;
}

/** Running counts: a document that fails one filter only still counts for the values of that one. */
export function createFacetCounter(columns: FacetColumns) {
	const ofTopics = new Uint32Array(wordsOfTopics * 32);
	const ofCategories = new Uint32Array(categories.length);
	const ofAudiences = new Uint32Array(audiences.length);
	const ofFees = new Uint32Array(fees.length);
	const ofModes = new Uint32Array(welcomeModes.length);
	let ofEveryAudience = 0;

	/** `failed`: bits of the filters that the document fails, none or one of them. */
	function count(doc: number, failed: number): void {
		if (!(failed & ~filter.topics)) {
			for (let word = 0; word < wordsOfTopics; word++)
				tally(ofTopics, word * 32, columns.topics[doc * wordsOfTopics + word]!);
			tally(ofCategories, 0, columns.categories[doc]!);
		}
		if (!(failed & ~filter.audiences)) {
			if (columns.audiences[doc] === everyAudience) ofEveryAudience++;
			else tally(ofAudiences, 0, columns.audiences[doc]!);
		}
		if (!(failed & ~filter.fee)) tally(ofFees, 0, columns.fees[doc]!);
		if (!(failed & ~filter.mode)) tally(ofModes, 0, columns.modes[doc]!);
	}

	const finish = (openNow: number | null): Facets => ({
		topics: record(topics, (number) => ofTopics[number]!),
		categories: record(categories, (number) => ofCategories[number]!),
		audiences: record(audiences, (number) => ofAudiences[number]! + ofEveryAudience),
		fees: record(fees, (number) => ofFees[number]!),
		modes: record(welcomeModes, (number) => ofModes[number]!),
		openNow,
	});

	return { count, finish };
}

function tally(counts: Uint32Array, start: number, bits: number): void {
	for (let rest = bits; rest !== 0; rest &= rest - 1) counts[start + 31 - Math.clz32(rest & -rest)]!++;
}

const record = <Value extends string>(list: readonly Value[], countOf: (number: number) => number) =>
	Object.fromEntries(list.map((value, number) => [value, countOf(number)])) as Record<Value, number>;
