import { redirect } from '@sveltejs/kit';
import { editingBlockedBy } from '#lib/directory/editing/policy.ts';
import { liveIndex } from '#lib/directory/search/server/live-index.ts';
import { placeMap } from '#lib/directory/server/maps.ts';
import { tagsOf } from '#lib/directory/server/occupation-tags.ts';
import { findOrganisation } from '#lib/directory/server/organisations.ts';
import { showOrganisation } from '#lib/directory/shown-organisation.ts';
import { readQuality } from '#lib/directory/upkeep/server/organisation-quality.ts';
import { showQuality } from '#lib/directory/upkeep/shown-quality.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { version } = await liveIndex().current();
	return locals.act(async (act) => {
		const organisation = await findOrganisation(act, params.id);
		if (organisation.mergedInto !== null) redirect(308, `/structures/${organisation.mergedInto}`);
		const tags = await tagsOf(
			act,
			organisation.offers.map(({ romeCode }) => romeCode),
		);
		const mayEdit = !editingBlockedBy(act.actor, organisation.id);
		return {
			id: organisation.id,
			mayEdit,
			quality: mayEdit ? showQuality(await readQuality(act, organisation.id)) : null,
			professional: act.actor.hat !== null,
			organisation: showOrganisation(organisation, tags, act.at),
			map: await placeMap(organisation.place, organisation.name, version),
		};
	});
};
