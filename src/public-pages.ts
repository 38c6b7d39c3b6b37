import type { RequestEvent } from '@sveltejs/kit';
import { liveIndex } from '#lib/directory/search/server/live-index.ts';
import { answerWith, createPageCache, readPage } from '#lib/server/page-cache.ts';

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
	const key = await keyOf(event);
	const known = cache.get(key);
	if (known) return answerWith(known, event.request.headers.get('if-none-match'));
	const response = await draw();
	if (response.status !== 200 || response.headers.has('set-cookie')) return response;
	const page = await readPage(response);
	cache.keep(key, page);
	return answerWith(page, event.request.headers.get('if-none-match'));
}

const isForEverybody = ({ request, route, url, locals, isSubRequest }: RequestEvent): boolean =>
	request.method === 'GET' &&
	!isSubRequest &&
	!locals.session &&
	(route.id?.startsWith('/(public)') ?? false) &&
	url.href.length < longestAddress;

async function keyOf({ request, url, isDataRequest }: RequestEvent): Promise<string> {
	const { version } = await liveIndex().current();
	const minute = Math.floor(Date.now() / 60_000);
	const encoding = /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '') ? 'gzip' : 'plain';
	return `${version} ${minute} ${encoding} ${isDataRequest ? 'data' : 'page'} ${url.href}`;
}
