import { openSteering } from '#lib/rupture/steering/server/steering-page.ts';
import { steeringCsv } from '#lib/rupture/steering/steering-csv.ts';
import type { RequestHandler } from './$types.ts';

/** The tables of the page, hidden in the same places. */
export const GET: RequestHandler = async ({ locals }) => {
	const { tables } = await locals.act(openSteering);
	return new Response(steeringCsv(tables), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': 'attachment; filename="ruptures.csv"',
			'cache-control': 'no-store',
		},
	});
};
