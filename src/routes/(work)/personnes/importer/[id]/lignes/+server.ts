import { refusedFile } from '#lib/pathway/situations/server/situation-imports.ts';
import { translate } from '#lib/texts/translator.ts';
import type { RequestHandler } from './$types.ts';

/** The lines that were not written: downloaded by their author alone, kept by no cache. */
export const GET: RequestHandler = async ({ params, locals }) => {
	const csv = await locals.act((act) => refusedFile(act, locals.safe, params.id));
	return new Response(csv, {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="${translate('situations.refused-file-name')}"`,
			'cache-control': 'no-store',
			'x-content-type-options': 'nosniff',
		},
	});
};
