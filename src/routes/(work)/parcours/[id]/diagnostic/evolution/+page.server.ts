import { openEvolution } from '#lib/pathway/assessments/server/assessment-pages.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals, params, url }) =>
	locals.act((act) => openEvolution(act, params.id, url.searchParams));
