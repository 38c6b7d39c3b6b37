import { findAddress } from '#lib/directory/search/server/find-address.ts';
import { resultsMap } from '#lib/directory/server/maps.ts';
import { showSearch } from '#lib/directory/shown-search.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { help, version } = await findAddress(locals.act, url.searchParams, new Date());
	return {
		...showSearch(help),
		map: await resultsMap(help, version),
		places: `/trouver/carte${url.search}`,
	};
};
