import { readEmergencyLetter } from '#lib/pathway/server/emergency-page.ts';
import type { PageServerLoad } from './$types.ts';

/** A sheet to print: no script of its own. */
export const csr = false;

export const load: PageServerLoad = ({ locals, params }) =>
	locals.act((act) => readEmergencyLetter(act, params.id, params.ouverture));
