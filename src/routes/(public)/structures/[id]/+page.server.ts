import { placeMap } from '#lib/directory/server/maps.ts';
import { findOrganisation } from '#lib/directory/server/organisations.ts';
import { showOrganisation } from '#lib/directory/shown-organisation.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals, params }) =>
	locals.act(async (act) => {
		const organisation = await findOrganisation(act, params.id);
		return {
			organisation: showOrganisation(organisation, act.at),
			map: await placeMap(act, organisation.place, organisation.name),
		};
	});
