import { readReceipt } from '#lib/pathway/server/agreements-page.ts';
import type { PageServerLoad } from './$types.ts';

/** A sheet to print: no script of its own. */
export const csr = false;

export const load: PageServerLoad = ({ locals, params }) =>
	locals.act((act) => readReceipt(act, params.id, params.accord));
