import { type CommuneQuery, readCommuneQuery } from './commune-query.ts';

/** One thing of a list that somebody pasted: a commune, or the communes of a territory. */
export interface ListedPlace {
	readonly typed: string;
	readonly query: CommuneQuery;
	/** When it has the form of a territory's code: a SIREN for an EPCI, two or three characters for a département. */
	readonly territoryCode: string | null;
}

/** More than any department's communes; nobody types more. */
export const mostListed = 2000;

/** « Lens, Liévin ; 62065 », one a line or cells of a sheet: each thing once, as typed, in order. */
export function readCommuneList(text: string): ListedPlace[] {
	const things = text.split(/[\n\r\t,;]+/).map((thing) => thing.trim());
	return [...new Set(things.filter((thing) => thing !== ''))].map((typed) => ({
		typed,
		query: readCommuneQuery(typed),
		territoryCode: /^(\d{9}|\d{2,3}|2[ab])$/i.test(typed) ? typed.toUpperCase() : null,
	}));
}
