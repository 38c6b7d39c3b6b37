import { listAgenda } from '#lib/pathway/appointments/server/appointments.ts';
import { showAgenda } from '#lib/pathway/appointments/shown-agenda.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals }) =>
	locals.act(async (act) => ({ agenda: showAgenda(await listAgenda(act), act.at) }));
