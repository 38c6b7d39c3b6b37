import * as z from 'zod';
import { Refusal, refuseIf } from '../../refusal.ts';
import { Email } from '../email.ts';
import { inOrganisation } from '../hat-place.ts';
import { colleagueRoles, invitingBlockedBy } from '../invitation.ts';
import type { Asking } from './asking.ts';
import { sendInvitation } from './invitations.ts';
import { withinLimit } from './within-limit.ts';

export const NewInvitation = z.object({
	email: Email,
	role: z.enum(colleagueRoles, 'access.invite-role'),
});

/**
 * Invites to the organisation of one's hat. Says the same whether or not the address already has an account; inviting
 * twice sends one invitation again, under a new link.
 */
export async function inviteColleague(
	asking: Asking,
	invitation: z.infer<typeof NewInvitation>,
	origin: string,
): Promise<void> {
	const { accountId, hat } = asking.actor;
	if (!accountId) throw new Refusal(401, 'access.sign-in-first');
	refuseIf(invitingBlockedBy(hat));
	await withinLimit(asking.door, 'invite', { account: accountId });
	const place = inOrganisation(hat!.organisationId!);
	await asking.act((act) => sendInvitation(act, { ...invitation, place }, origin));
}
