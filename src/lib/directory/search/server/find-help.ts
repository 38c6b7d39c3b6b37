import type { Work } from '#lib/server/act.ts';
import { type Filters, pageSize } from '../address.ts';
import { queryOf } from '../ask.ts';
import type { Help } from '../help.ts';
import { isOpenHere } from '../open-here.ts';
import { findServices } from '../search.ts';
import { widerRadius } from '../widening.ts';
import type { Edition } from './edition.ts';
import { placeOf } from './place-cache.ts';

/** What is asked: an address's filters, the categories of its need, and how many results when not a page of them. */
export interface Asked {
	readonly filters: Filters;
	readonly categories?: readonly string[];
	readonly limit?: number;
	readonly at: Date;
}

/** Finds help: the place is read once, the index answers, and a search without result is offered a wider one. */
export async function findHelp(
	work: Work,
	{ index, version }: Edition,
	{ filters, categories = [], limit = pageSize, at }: Asked,
): Promise<Help> {
	const place = await placeOf(work, filters, version);
	const query = { ...queryOf(filters, place.near, categories), limit };
	const found = findServices(index, query, at, isOpenHere);
	const widerKm = found.total === 0 ? widerRadius(index, query, at, isOpenHere) : null;
	return { filters, place, found, widerKm, at };
}
