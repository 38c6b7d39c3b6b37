import type { RequestEvent } from '@sveltejs/kit';
import { anonymous } from '../../actor.ts';
import { actAs, actAtTheDoor } from '../../server/act.ts';
import { type Application, isLocal } from '../../server/application.ts';
import { dropSession, tokenOf } from './cookie.ts';
import { findSession } from './find-session.ts';

/**
 * Tells the request who asks. Without a cookie, the database is not asked anything. A session that still awaits its
 * code acts as nobody.
 */
export async function identify(
	event: RequestEvent,
	{ db, safe, isPublic }: Pick<Application, 'db' | 'safe' | 'isPublic'>,
): Promise<void> {
	const { locals } = event;
	// The mailed links carry this address: never the one that a client claims.
	locals.origin = process.env.PASSERELLES_ORIGIN ?? event.url.origin;
	// Behind a proxy that says nothing of itself, this machine's own name is not the one asked for.
	locals.local = !isPublic && isLocal(event.url.origin, undefined);
	locals.safe = safe;
	locals.door = actAtTheDoor(db);
	const token = tokenOf(event);
	locals.session = token === undefined ? null : await findSession(locals.door, token);
	if (token !== undefined && !locals.session) dropSession(event);
	locals.actor = locals.session?.complete
		? { accountId: locals.session.accountId, hat: locals.session.hat }
		: anonymous;
	locals.act = actAs(db, locals.actor);
}
