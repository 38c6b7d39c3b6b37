import type { Point } from '#lib/geo/distance.ts';
import type { Audience, Fee, Welcome, WelcomeMode } from '../service.ts';

/** Where the searcher is, with the codes that are known of that place. */
export interface Near extends Point {
	readonly label: string;
	readonly communeCode?: string;
	readonly departmentCode?: string;
	readonly epciCode?: string;
}

/** What is asked. Values of one filter add up (“or”), filters restrict each other (“and”). */
export interface Query {
	readonly words: string;
	readonly near?: Near;
	/** Kilometres; without meaning when `near` is absent. */
	readonly radiusKm: number;
	/** Slugs `category--topic`, or bare categories. */
	readonly topics: readonly string[];
	readonly audiences: readonly Audience[];
	readonly fee?: Fee;
	readonly mode?: WelcomeMode;
	readonly welcome?: Welcome;
	/** BCP 47. */
	readonly language?: string;
	/** Only those that say they have a place left. */
	readonly withPlaces?: boolean;
	readonly openNow: boolean;
	readonly offset: number;
	readonly limit: number;
}

/** Radii that a page offers, in kilometres. */
export const radii = [10, 20, 30, 50, 100] as const;
const mostHits = 100;
const halfwayRound = 20_040;

/** A query that asks for everything; a starting point for others. */
export const everything: Query = {
	words: '',
	radiusKm: 20,
	topics: [],
	audiences: [],
	openNow: false,
	offset: 0,
	limit: 20,
};

/** The same query with numbers that make sense: any number is accepted, none costs more than a page. */
export function soundQuery(query: Query): Query {
	const { near, ...rest } = query;
	const isPlace = near && Math.abs(near.latitude) <= 90 && Number.isFinite(near.longitude);
	return {
		...rest,
		...(isPlace && { near }),
		radiusKm: between(0, query.radiusKm, halfwayRound),
		offset: Math.floor(between(0, query.offset, 1e6)),
		limit: Math.floor(between(1, query.limit, mostHits)),
	};
}

const between = (least: number, value: number, most: number) =>
	Number.isNaN(value) ? least : Math.min(most, Math.max(least, value));
