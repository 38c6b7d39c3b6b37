import { dropCard, dropOwnSession, ownToken } from '#lib/person/space/server/own-cookies.ts';
import { quit } from '#lib/person/space/server/quit.ts';
import type { RequestHandler } from './$types.ts';

/** Kills the visit, has the browser forget what it kept, and leads to a page that says nothing of anybody. */
export const POST: RequestHandler = async (event) => {
	const token = ownToken(event);
	if (token !== undefined) await quit(event.locals.door, token);
	dropOwnSession(event);
	dropCard(event);
	return new Response(null, {
		status: 303,
		headers: { location: '/jour', 'clear-site-data': '"cache", "storage"', 'cache-control': 'no-store' },
	});
};
