import type { Role } from '../../actor.ts';
import type { Act } from '../../server/act.ts';
import { record } from '../../server/events.ts';
import { invitationLife } from '../invitation.ts';
import { newToken, tokenHash } from './tokens.ts';

/**
 * Invites from the command line, as the installation's owner: the way in for the first administrator. Returns the
 * link's token, shown once and kept nowhere; no mail leaves.
 */
export async function inviteByOperator(
	act: Act,
	{ email, role }: { email: string; role: Role },
): Promise<string> {
	const token = newToken();
	const { id } = await act.tx
		.insertInto('invitation')
		.values({
			tokenHash: tokenHash(token),
			email,
			role,
			createdAt: act.at,
			expiresAt: new Date(act.at.getTime() + invitationLife),
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	await record(act, 'invitation.sent', id, { role });
	return token;
}
