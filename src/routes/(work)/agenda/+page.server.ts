import { listAgenda } from '#lib/pathway/server/appointments.ts';
import { showAgenda } from '#lib/pathway/shown-agenda.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals }) =>
	locals.act(async (act) => ({ agenda: showAgenda(await listAgenda(act), act.at) }));
