import { pageOf } from '#lib/pathway/page-of.ts';
import { readSummary } from '#lib/pathway/server/summary.ts';
import { showSummary } from '#lib/pathway/shown-summary.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals, params, url }) =>
	locals.act(async (act) => {
		const page = pageOf(url.searchParams);
		return { page, ...showSummary(await readSummary(act, params.id, page), act.at) };
	});
