import { Refusal } from '#lib/refusal.ts';
import type { Work } from '#lib/server/act.ts';
import { readAddress } from '../../search/address.ts';
import type { Edition } from '../../search/server/edition.ts';
import { placeOf } from '../../search/server/place-cache.ts';
import { keptFilters, keptQuery, mostFollowed, searchLabel } from '../saved-search.ts';
import { foundList } from './found-list.ts';

/** A search ready to be kept: its address, its name, the services that it finds today. */
export interface KeptSearch {
	readonly query: string;
	readonly label: string;
	readonly known: readonly string[];
	readonly total: number;
}

/** Reads the search of an address as it will be kept. */
export async function keptSearch(
	act: Work,
	edition: Edition,
	params: URLSearchParams,
	at: Date,
): Promise<KeptSearch> {
	const typed = readAddress(params);
	const { near } = await placeOf(act, typed, edition.version);
	const filters = keptFilters(typed, near);
	const query = keptQuery(filters);
	const { hits, total } = await foundList(act, edition, new URLSearchParams(query), at, mostFollowed);
	const place = filters.place || filters.commune ? near?.label : undefined;
	return { query, label: searchLabel(filters, place), known: hits.map(({ entry }) => entry.id), total };
}

/** @throws Refusal 422 when a search finds too much for its news to mean anything */
export function refuseTooWide({ total }: KeptSearch): void {
	if (total > mostFollowed) throw new Refusal(422, 'lists.alert-too-wide', { most: mostFollowed });
}
