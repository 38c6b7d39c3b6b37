import { liveIndex } from '#lib/directory/search/server/live-index.ts';
import { placeMap } from '#lib/directory/server/maps.ts';
import { findOrganisation } from '#lib/directory/server/organisations.ts';
import { showOrganisation } from '#lib/directory/shown-organisation.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { version } = await liveIndex().current();
	return locals.act(async (act) => {
		const organisation = await findOrganisation(act, params.id);
		return {
			organisation: showOrganisation(organisation, act.at),
			map: await placeMap(organisation.place, organisation.name, version),
		};
	});
};
