import { openPrintedGrid } from '#lib/pathway/assessments/server/assessment-pages.ts';
import { gridLanguage } from '#lib/texts/grid.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals, params, url }) =>
	locals.act(async (act) => ({
		...(await openPrintedGrid(act, params.id, url.searchParams)),
		language: gridLanguage(url.searchParams.get('langue')),
	}));
