import type { Work } from '../../server/act.ts';
import type { Visitor } from '../visitor.ts';
import { takeLink } from './one-time-links.ts';
import { type OpenedSession, openSession } from './open-session.ts';
import { giveBack, withinLimit } from './within-limit.ts';

/** Uses the link up and opens a session; a second use is refused like a link that never was. */
export async function signInWithLink(door: Work, token: string, visitor: Visitor): Promise<OpenedSession> {
	const tries = await withinLimit(door, 'use-link', { address: visitor.address });
	return door(async (act) => {
		const account = await takeLink(act, token, 'sign-in');
		await giveBack(act, tries);
		return openSession(act, account, 'link', visitor);
	});
}
