import type { RequestEvent } from '@sveltejs/kit';
import { anonymous } from '#lib/actor.ts';
import { actAs, actAsPerson } from '#lib/server/act.ts';
import type { Database } from '#lib/server/database.ts';
import { findOwnSession } from './find-own-session.ts';
import { dropOwnSession, ownToken } from './own-cookies.ts';

/** The pages of a person’s own space: a frame, a session and headers of their own. */
export const isOwnPage = ({ route }: Pick<RequestEvent, 'route'>): boolean =>
	route.id?.startsWith('/(person)') ?? false;

/** Tells a page of her space who is in it; elsewhere nobody is, whatever cookie came along. */
export async function identifyOwn(event: RequestEvent, db: Database): Promise<void> {
	const { locals } = event;
	const token = isOwnPage(event) ? ownToken(event) : undefined;
	locals.own = token === undefined ? null : await findOwnSession(locals.door, token);
	if (token !== undefined && !locals.own) dropOwnSession(event);
	locals.ownAct = locals.own ? actAsPerson(db, locals.own) : actAs(db, anonymous);
}
