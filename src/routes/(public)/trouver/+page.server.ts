import { findAddress } from '#lib/directory/search/server/find-address.ts';
import { resultsMap } from '#lib/directory/server/maps.ts';
import { showSearch } from '#lib/directory/shown-search.ts';
import { Drawn } from '#lib/drawn.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { help, version } = await findAddress(locals.act, url.searchParams, new Date());
	const map = await resultsMap(help, version);
	return { drawn: new Drawn({ ...showSearch(help), map, places: `/trouver/carte${url.search}` }) };
};
