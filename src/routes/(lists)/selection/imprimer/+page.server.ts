import { idsIn, selectionPath } from '#lib/directory/lists/selection.ts';
import { keptBySheet, sheetOf } from '#lib/directory/lists/server/sheet-of.ts';
import { translate } from '#lib/texts/translator.ts';
import { frenchDate } from '#lib/time/dates.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, url: { searchParams } }) => {
	const ids = idsIn(searchParams.getAll('services'));
	return {
		sheet: await sheetOf(locals.act, ids, searchParams),
		kept: keptBySheet(searchParams),
		back: selectionPath(ids, searchParams.get('lieu') ?? ''),
		printed: translate('find.printed', { date: frenchDate(new Date().toISOString().slice(0, 10)) }),
	};
};
