import { dropSession } from '#lib/access/server/cookie.ts';
import { signOut } from '#lib/access/server/sign-out.ts';
import type { RequestHandler } from './$types.ts';

/** Leaves the session, and asks the browser to forget what it kept of our pages (ASVS 5.0, 14.3.1). */
export const POST: RequestHandler = async (event) => {
	if (event.locals.session) await signOut(event.locals.door, event.locals.session);
	dropSession(event);
	return new Response(null, {
		status: 303,
		headers: { location: '/', 'clear-site-data': '"cache", "storage"' },
	});
};
