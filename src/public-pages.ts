import type { RequestEvent } from '@sveltejs/kit';
import { liveIndex } from '#lib/directory/search/server/live-index.ts';
import { encodingFor } from '#lib/server/compress.ts';
import { createPageCache } from '#lib/server/page-cache.ts';

const megabytes = 1024 ** 2;
const cache = createPageCache(32 * megabytes);
const longestAddress = 1000;

/**
 * A public page asked by nobody in particular is the same for everybody: it is drawn once a minute ("ouvert
 * maintenant" is exact to the minute) and once an edition of the directory, then sent again as it was. Anything with a
 * session, a form or a cookie to set is drawn anew.
 */
export async function publicPage(event: RequestEvent, draw: () => Promise<Response>): Promise<Response> {
	if (!isForEverybody(event)) return draw();
	return cache.answer(await keyOf(event), event.request.headers.get('if-none-match'), draw);
}

const isForEverybody = ({ request, route, url, locals, isSubRequest }: RequestEvent): boolean =>
	request.method === 'GET' &&
	!isSubRequest &&
	!locals.session &&
	(route.id?.startsWith('/(public)') ?? false) &&
	url.href.length < longestAddress;

async function keyOf({ request, url, locals, isDataRequest }: RequestEvent): Promise<string> {
	const { version } = await liveIndex().current();
	const minute = Math.floor(Date.now() / 60_000);
	return `${version} ${minute} ${locals.language} ${encodingFor(request)} ${isDataRequest ? 'data' : 'page'} ${url.href}`;
}
