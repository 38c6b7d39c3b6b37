import { listReferralsOf } from '#lib/pathway/referrals/server/list-referrals.ts';
import { findPathway } from '#lib/pathway/server/pathways.ts';
import { uuidOf } from '#lib/pathway/uuid.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals, params }) =>
	locals.act(async (act) => {
		const { id } = await findPathway(act, uuidOf(params.id));
		return { id, at: act.at, referrals: await listReferralsOf(act, id) };
	});
