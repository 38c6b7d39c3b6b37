import { redirect } from '@sveltejs/kit';
import { editingBlockedBy } from '#lib/directory/editing/policy.ts';
import { liveIndex } from '#lib/directory/search/server/live-index.ts';
import { placeMap } from '#lib/directory/server/maps.ts';
import { findService } from '#lib/directory/server/services.ts';
import { zoneNames } from '#lib/directory/server/zone-names.ts';
import { showService } from '#lib/directory/shown-service.ts';
import { readServiceAnswers } from '#lib/pathway/referrals/server/service-answer.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { version } = await liveIndex().current();
	return locals.act(async (act) => {
		const service = await findService(act, params.id);
		if (service.mergedInto !== null) redirect(308, `/services/${service.mergedInto}`);
		const zone = await zoneNames(act, service.zone);
		return {
			mayEdit: !editingBlockedBy(act.actor, service.organisation.id),
			professional: act.actor.hat !== null,
			refers: act.actor.hat?.role === 'worker' && act.actor.hat.organisationId !== service.organisation.id,
			service: showService(service, zone, act.at),
			answers: await readServiceAnswers(act, service.id),
			map: await placeMap(service.place, service.name, version),
		};
	});
};
