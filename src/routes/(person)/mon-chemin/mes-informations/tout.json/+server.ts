import { readOwnData } from '#lib/pathway/own-data/server/read-own-data.ts';
import type { RequestHandler } from './$types.ts';

export const GET: RequestHandler = ({ locals }) =>
	locals.ownAct(
		async (act) =>
			new Response(JSON.stringify(await readOwnData(act), null, '\t'), {
				headers: {
					'content-type': 'application/json; charset=utf-8',
					'content-disposition': 'attachment; filename="mes-informations.json"',
					'cache-control': 'no-store',
				},
			}),
	);
