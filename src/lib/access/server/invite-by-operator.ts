import { refuseIf } from '../../refusal.ts';
import type { Act } from '../../server/act.ts';
import { placeBlockedBy } from '../hat-place.ts';
import { type Invited, insertInvitation } from './invitations.ts';
import { newToken, tokenHash } from './tokens.ts';

/**
 * Invites from the command line, as the installation's owner: the way in for the first administrator. Returns the
 * link's token, shown once and kept nowhere; no mail leaves.
 */
export async function inviteByOperator(act: Act, invited: Invited): Promise<string> {
	refuseIf(placeBlockedBy(invited.role, invited.place), 422);
	const token = newToken();
	await insertInvitation(act, invited, tokenHash(token));
	return token;
}
