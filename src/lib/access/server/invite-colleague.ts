import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { Refusal, refuseIf } from '../../refusal.ts';
import type { Act } from '../../server/act.ts';
import { record } from '../../server/events.ts';
import { enqueue } from '../../server/jobs.ts';
import { Email } from '../email.ts';
import { colleagueRoles, invitationLife, invitingBlockedBy } from '../invitation.ts';
import type { Asking } from './asking.ts';
import { withinLimit } from './within-limit.ts';

export const NewInvitation = z.object({
	email: Email,
	role: z.enum(colleagueRoles, 'access.invite-role'),
});
type NewInvitation = z.infer<typeof NewInvitation>;

/**
 * Invites to the organisation of one's hat. Says the same whether or not the address already has an account; inviting
 * twice sends one invitation again, under a new link.
 */
export async function inviteColleague(
	asking: Asking,
	invitation: NewInvitation,
	origin: string,
): Promise<void> {
	const { accountId, hat } = asking.actor;
	if (!accountId) throw new Refusal(401, 'access.sign-in-first');
	refuseIf(invitingBlockedBy(hat));
	await withinLimit(asking.door, 'invite', { account: accountId });
	await asking.act(async (act) => {
		const id = (await findPending(act, invitation)) ?? (await insertInvitation(act, invitation));
		await enqueue(act, 'send-invitation', { invitationId: id, origin }, { key: `invitation:${id}` });
	});
}

async function findPending(
	{ tx, actor, at }: Act,
	{ email, role }: NewInvitation,
): Promise<string | undefined> {
	const pending = await tx
		.selectFrom('invitation')
		.select('id')
		.where('email', '=', email)
		.where('role', '=', role)
		.where('organisationId', '=', actor.hat?.organisationId ?? null)
		.where('acceptedAt', 'is', null)
		.where('withdrawnAt', 'is', null)
		.where('expiresAt', '>', at)
		.executeTakeFirst();
	return pending?.id;
}

/** Born with a hash that no token has: the link is made when its mail leaves. */
async function insertInvitation(act: Act, { email, role }: NewInvitation): Promise<string> {
	const { id } = await act.tx
		.insertInto('invitation')
		.values({
			tokenHash: randomBytes(32),
			email,
			role,
			organisationId: act.actor.hat?.organisationId ?? null,
			invitedBy: act.actor.hat?.id ?? null,
			createdAt: act.at,
			expiresAt: new Date(act.at.getTime() + invitationLife),
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	await record(act, 'invitation.sent', id, { role });
	return id;
}
