import { readEmployerAddress } from '#lib/directory/employers/address.ts';
import { findEmployers } from '#lib/directory/employers/server/find-employers.ts';
import { showEmployer } from '#lib/directory/employers/shown-employers.ts';
import { showEmployerSearch } from '#lib/directory/employers/shown-search.ts';
import { readPlace } from '#lib/directory/search/server/place.ts';
import { tagsOf } from '#lib/directory/server/occupation-tags.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
	const filters = readEmployerAddress(url.searchParams);
	const place = await readPlace(locals.act, { ...filters, point: undefined });
	return locals.act(async (act) => {
		const { total, employers } = await findEmployers(act, filters, place.near);
		const codes = employers.flatMap(({ offers }) => offers.map(({ romeCode }) => romeCode));
		const tags = await tagsOf(act, codes);
		return {
			search: showEmployerSearch(filters, place, total),
			total,
			employers: employers.map((each) => showEmployer(each, tags, act.at)),
		};
	});
};
