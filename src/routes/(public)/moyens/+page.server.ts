import { readResourceAddress } from '#lib/directory/resources/address.ts';
import { findResources } from '#lib/directory/resources/server/find-resources.ts';
import { showFoundResource, showResourceSearch } from '#lib/directory/resources/shown-resources.ts';
import { readPlace } from '#lib/directory/search/server/place.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
	const filters = readResourceAddress(url.searchParams);
	const place = await readPlace(locals.act, { ...filters, point: undefined });
	const { total, resources } = await locals.act((act) => findResources(act, filters, place.near));
	return {
		search: showResourceSearch(filters, place, total),
		total,
		resources: resources.map(showFoundResource),
	};
};
