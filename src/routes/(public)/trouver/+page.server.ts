import { resultsPoints } from '#lib/directory/search/results-points.ts';
import { findAddress } from '#lib/directory/search/server/find-address.ts';
import { resultsMap } from '#lib/directory/server/maps.ts';
import { showSearch } from '#lib/directory/shown-search.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { help, version } = await findAddress(locals.act, url.searchParams, new Date());
	const near = help.place.near;
	return {
		...showSearch(help),
		map: await resultsMap(help, version),
		points: resultsPoints(help),
		center: near && { latitude: near.latitude, longitude: near.longitude },
		radiusKm: near && help.filters.radiusKm,
		backdrop: `/trouver/carte${url.search}`,
	};
};
