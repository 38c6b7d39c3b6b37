import type { Point } from '#lib/geo/distance.ts';
import type { Closure, Position } from '../organisation.ts';
import type { Audience, Fee, Saturation, Welcome, WelcomeMode } from '../service.ts';

/** What is indexed and displayed of one service: a flat row, read from the database or made by a test. */
export interface SearchEntry {
	readonly id: string;
	readonly organisationId: string;
	readonly name: string;
	/** Name of the organisation that offers it. */
	readonly organisation: string;
	/** A sentence or two, for the list. */
	readonly summary: string;
	/** Everything else that is worth finding: full description, conditions, audiences in words. */
	readonly description: string;
	/** Slugs of data·inclusion, `category--topic`. */
	readonly topics: readonly string[];
	/** Empty when the source says nothing. */
	readonly audiences: readonly Audience[];
	readonly fee: Fee | null;
	readonly welcomeModes: readonly WelcomeMode[];
	/** Codes of communes, départements, EPCI, countries, or `france`; empty when the source says nothing. */
	readonly zone: readonly string[];
	/** WGS 84 degrees; both null when the place is unknown. */
	readonly latitude: number | null;
	readonly longitude: number | null;
	readonly position: Position;
	readonly communeCode: string | null;
	readonly communeName: string | null;
	readonly postcode: string | null;
	readonly address: string | null;
	/** OpenStreetMap `opening_hours`. */
	readonly openingHours: string | null;
	readonly phone: string | null;
	/** When its sheet was last updated or confirmed: a calendar date, YYYY-MM-DD. */
	readonly updatedOn: string;
	readonly welcome: Welcome | null;
	/** BCP 47. */
	readonly languages: readonly string[];
	readonly placesLeft: number | null;
	readonly saturation: Saturation | null;
	/** Days it usually takes to answer. */
	readonly responseDays: number | null;
	/** Its own and its organisation's. */
	readonly closures: readonly Closure[];
	/** Where a mobile service stops; it is then nowhere else. */
	readonly stops: readonly Point[];
	readonly fictional: boolean;
}

/** Given only at a distance: nobody goes there, so it has no place in a list sorted by distance. */
export const isRemoteOnly = (entry: Pick<SearchEntry, 'welcomeModes'>): boolean =>
	entry.welcomeModes.includes('remote') && !entry.welcomeModes.includes('on-site');

/** Whether the entry has a point on Earth that a distance can be measured to. */
export const isLocated = (
	entry: SearchEntry,
): entry is SearchEntry & { readonly latitude: number; readonly longitude: number } =>
	entry.stops.length === 0 &&
	entry.latitude !== null &&
	entry.longitude !== null &&
	Math.abs(entry.latitude) <= 90 &&
	Math.abs(entry.longitude) <= 180;
