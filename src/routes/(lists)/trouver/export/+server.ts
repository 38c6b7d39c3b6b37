import { createRate } from '#lib/access/rate.ts';
import { visitorOf } from '#lib/access/server/visitor-of.ts';
import { exportedList } from '#lib/directory/lists/exported-list.ts';
import { fileAnswer, formatOf } from '#lib/directory/lists/file-answer.ts';
import { foundList } from '#lib/directory/lists/server/found-list.ts';
import { liveIndex } from '#lib/directory/search/server/live-index.ts';
import { Refusal } from '#lib/refusal.ts';
import type { RequestHandler } from './$types.ts';

const filesAMinute = 20;
const take = createRate(10_000);

/** The results of the same address as `/trouver`, as a file of the `format` asked for. */
export const GET: RequestHandler = async (event) => {
	const { locals, url } = event;
	const at = new Date();
	if (!take(visitorOf(event).address, filesAMinute, at.getTime()).allowed)
		throw new Refusal(429, 'lists.too-many-exports');
	const list = await foundList(locals.act, await liveIndex().current(), url.searchParams, at);
	return fileAnswer(exportedList(list, locals.origin), formatOf(url.searchParams), at);
};
