import { listOwnAppointments } from '#lib/pathway/own/server/own-appointments.ts';
import { findOwnPathway } from '#lib/pathway/own/server/own-pathway.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals }) =>
	locals.ownAct(async (act) => {
		const pathway = await findOwnPathway(act);
		const all = pathway ? await listOwnAppointments(act, pathway.id) : [];
		const coming = all.filter(({ state, startsAt }) => state === 'planned' && startsAt > act.at);
		return { coming, past: all.filter((each) => !coming.includes(each)).toReversed() };
	});
