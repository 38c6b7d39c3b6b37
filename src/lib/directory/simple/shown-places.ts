import { writeAddress } from '../search/address.ts';
import type { Help } from '../search/help.ts';
import { showResult } from '../shown-result.ts';

/** As much as a page of an old phone holds. */
export const placesPerPage = 10;

/** The page of a simple search: facts alone, each said by the page in its reader's language. */
export function showPlaces({ filters, place, found, widerKm, at }: Help, half: 0 | 1) {
	const shown = found.results.slice(half * placesPerPage, (half + 1) * placesPerPage);
	const first = (filters.page - 1) * 2 + half;
	const to = (page: number): string => {
		const address = writeAddress({ ...filters, page: Math.floor(page / 2) + 1 });
		return `/besoin/lieux${address}${address ? '&' : '?'}suite=${page % 2}`;
	};
	return {
		total: found.total,
		near: place.near?.label ?? null,
		km: filters.radiusKm,
		unknown: place.state === 'unknown',
		homonyms: place.homonyms.map(({ code, name, department, postcode }) => ({
			label: [name, postcode, department].filter(Boolean).join(', '),
			href: `/besoin/lieux${writeAddress({ ...filters, commune: code, page: 1 })}`,
		})),
		wider:
			widerKm && found.total === 0
				? { km: widerKm, href: `/besoin/lieux${writeAddress({ ...filters, radiusKm: widerKm })}` }
				: null,
		places: shown.map((hit) => ({ ...showResult(hit, at), km: distanceOf(hit.reasons) })),
		before: first > 0 ? to(first - 1) : null,
		next: (first + 1) * placesPerPage < found.total ? to(first + 1) : null,
	};
}

/** Whole kilometres, when the search knows how far it is. */
function distanceOf(reasons: Help['found']['results'][number]['reasons']): number | null {
	const km = reasons.map(({ values }) => values?.km).find((value) => value !== undefined);
	return km === undefined ? null : Math.round(Number(km));
}
