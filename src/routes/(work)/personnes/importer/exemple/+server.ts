import { sampleFile } from '#lib/pathway/situations/server/sample-file.ts';
import { translate } from '#lib/texts/translator.ts';
import { dayOf } from '#lib/time/days.ts';
import type { RequestHandler } from './$types.ts';

/** A spreadsheet of invented people, dated from today. */
export const GET: RequestHandler = () =>
	new Response(sampleFile(dayOf(new Date())), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="${translate('situations.sample-file-name')}"`,
			'cache-control': 'no-store',
			'x-content-type-options': 'nosniff',
		},
	});
