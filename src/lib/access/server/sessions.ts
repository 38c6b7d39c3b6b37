import type { Act } from '../../server/act.ts';
import { sessionIsOver } from '../session.ts';

/** The person's own open sessions, the last used first. */
export async function listMySessions({ tx, actor, at }: Act) {
	const sessions = await tx
		.selectFrom('session')
		.select(['id', 'device', 'createdAt', 'lastSeenAt', 'expiresAt'])
		.where('accountId', '=', actor.accountId)
		.where('complete', '=', true)
		.orderBy('lastSeenAt', 'desc')
		.execute();
	return sessions.filter((session) => !sessionIsOver(session, at));
}
