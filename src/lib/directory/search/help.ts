import type { Filters } from './address.ts';
import type { Near } from './query.ts';
import type { Found } from './search.ts';

/** A commune among homonyms, with what tells it apart. */
export interface CommuneChoice {
	readonly code: string;
	readonly name: string;
	/** Name of its département, or its code. */
	readonly department: string;
	readonly postcode: string | null;
}

/** What the typed place turned out to be. */
export interface Place {
	/** `none` typed, `found`, several `homonyms` (the first serves meanwhile), or `unknown`. */
	readonly state: 'none' | 'found' | 'homonyms' | 'unknown';
	readonly near: Near | undefined;
	readonly homonyms: readonly CommuneChoice[];
	/** The commune's point is only approximate. */
	readonly approximate: boolean;
	/** The territory of daily life, when the place is in one. */
	readonly territory: string | null;
}

/** Everything that answers one search. */
export interface Help {
	readonly filters: Filters;
	readonly place: Place;
	readonly found: Found;
	/** The radius that would give something, when this one gives nothing. */
	readonly widerKm: number | null;
	readonly at: Date;
}
