import { exportedList } from '#lib/directory/lists/exported-list.ts';
import { fileAnswer, formatOf } from '#lib/directory/lists/file-answer.ts';
import { foundList } from '#lib/directory/lists/server/found-list.ts';
import { liveIndex } from '#lib/directory/search/server/live-index.ts';
import type { RequestHandler } from './$types.ts';

/** The results of the same address as `/trouver`, as a file of the `format` asked for. */
export const GET: RequestHandler = async ({ locals, url }) => {
	const at = new Date();
	const list = await foundList(locals.act, await liveIndex().current(), url.searchParams, at);
	return fileAnswer(exportedList(list, locals.origin), formatOf(url.searchParams), at);
};
