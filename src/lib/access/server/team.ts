import { sql } from 'kysely';
import type { Role } from '../../actor.ts';
import type { Act } from '../../server/act.ts';

interface Colleague {
	hatId: string;
	accountId: string;
	name: string;
	role: Role;
	since: Date;
}

/** The people of the organisation of one's hat; nobody without such a hat. */
export async function listColleagues({ tx }: Act): Promise<Colleague[]> {
	const { rows } = await sql<Colleague>`select * from colleagues()`.execute(tx);
	return rows;
}

/** The invitations of the organisation that still wait for an answer, the last first. */
export const listPendingInvitations = ({ tx, actor, at }: Act) =>
	tx
		.selectFrom('invitation')
		.select(['id', 'email', 'role', 'createdAt', 'expiresAt'])
		.where('organisationId', '=', actor.hat?.organisationId ?? null)
		.where('acceptedAt', 'is', null)
		.where('withdrawnAt', 'is', null)
		.where('expiresAt', '>', at)
		.orderBy('createdAt', 'desc')
		.execute();
