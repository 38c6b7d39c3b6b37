import { foundList } from '#lib/directory/lists/server/found-list.ts';
import { keptBySheet, mostOnSheet, sheetOf } from '#lib/directory/lists/server/sheet-of.ts';
import { readAddress, writeAddress } from '#lib/directory/search/address.ts';
import { liveIndex } from '#lib/directory/search/server/live-index.ts';
import { translate } from '#lib/texts/translator.ts';
import { frenchDate } from '#lib/time/dates.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, url: { searchParams } }) => {
	const at = new Date();
	const edition = await liveIndex().current();
	const { hits, total } = await foundList(locals.act, edition, searchParams, at, mostOnSheet);
	const ids = hits.map(({ entry }) => entry.id);
	return {
		sheet: await sheetOf(locals.act, ids, searchParams),
		kept: keptBySheet(searchParams),
		back: `/trouver${writeAddress(readAddress(searchParams))}`,
		cut: total > ids.length ? translate('lists.cut', { shown: ids.length, total }) : null,
		printed: translate('find.printed', { date: frenchDate(at.toISOString().slice(0, 10)) }),
	};
};
