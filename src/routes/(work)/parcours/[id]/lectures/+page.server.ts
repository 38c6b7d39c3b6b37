import { readReadings } from '#lib/pathway/server/readings-page.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals, params, url }) =>
	locals.act((act) => readReadings(act, params.id, url.searchParams.get('avant')));
