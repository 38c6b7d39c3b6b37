import { resultsMap } from '#lib/directory/results-map.ts';
import { readAddress } from '#lib/directory/search/address.ts';
import { findHelp } from '#lib/directory/search/server/find-help.ts';
import { liveIndex } from '#lib/directory/search/server/live-index.ts';
import { showSearch } from '#lib/directory/shown-search.ts';
import { needs } from '#lib/ui/needs.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
	const filters = readAddress(url.searchParams);
	const categories = needs.find(({ key }) => key === filters.need)?.categories ?? [];
	const edition = await liveIndex().current();
	const help = await findHelp(locals.act, edition, { filters, categories, at: new Date() });
	return { ...showSearch(help), map: resultsMap(help) };
};
