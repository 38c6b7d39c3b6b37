import { createRate } from '#lib/access/rate.ts';
import { addressOf } from '#lib/access/server/visitor-of.ts';
import { readFeed } from '#lib/rupture/feed/server/read-feed.ts';
import { application } from '#lib/server/application.ts';
import { translate } from '#lib/texts/translator.ts';
import type { RequestHandler } from './$types.ts';

const take = createRate();
const readingsPerMinute = 60;
const secret = { 'cache-control': 'private, no-store' } as const;

const refused = (status: number, sentence: string, more: Record<string, string> = {}): Response =>
	new Response(`${sentence}\n`, {
		status,
		headers: { ...secret, ...more, 'content-type': 'text/plain; charset=utf-8' },
	});

/** A calendar reads this again and again, with no session: whatever does not serve gets the same answer. */
export const GET: RequestHandler = async (event) => {
	const { allowed, retryAfter } = take(addressOf(event), readingsPerMinute, Date.now());
	if (!allowed) return refused(429, translate('feed.too-often'), { 'retry-after': String(retryAfter) });
	const feed = await readFeed(application().db, event.params.token, event.locals.origin);
	if (!feed) return refused(404, translate('problem.nothing-here'));
	const headers = { ...secret, etag: feed.etag };
	if (event.request.headers.get('if-none-match') === feed.etag)
		return new Response(null, { status: 304, headers });
	return new Response(feed.file, { headers: { ...headers, 'content-type': 'text/calendar; charset=utf-8' } });
};
