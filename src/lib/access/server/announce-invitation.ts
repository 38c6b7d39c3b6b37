import { type Act, actAs } from '../../server/act.ts';
import type { JobContext, Jobs } from '../../server/jobs.ts';
import type { Post } from '../../server/mail.ts';
import { translate } from '../../texts/translator.ts';
import { newToken, tokenHash } from './tokens.ts';

/** Makes the link of an invitation still open and mails it, under the rights of who invited, as they are now. */
export async function announceInvitation(
	post: Post,
	{ invitationId, origin }: Jobs['send-invitation'],
	{ db, actor, now }: JobContext,
): Promise<void> {
	const token = newToken();
	const invitation = await actAs(db, actor, now)((act) => giveLink(act, invitationId, token));
	if (!invitation) return;
	const { email, inviter, organisation } = invitation;
	await post({
		to: email,
		subject: translate('mail.invitation.subject'),
		text: translate('mail.invitation.text', { inviter, organisation, link: `${origin}/invitation/${token}` }),
	});
}

async function giveLink({ tx, actor, at }: Act, id: string, token: string) {
	const invitation = await tx
		.updateTable('invitation')
		.set({ tokenHash: tokenHash(token) })
		.where('id', '=', id)
		.where('acceptedAt', 'is', null)
		.where('withdrawnAt', 'is', null)
		.where('expiresAt', '>', at)
		.returning(['email', 'organisationId'])
		.executeTakeFirst();
	if (!invitation?.organisationId || !actor.accountId) return undefined;
	const organisation = await tx
		.selectFrom('organisation')
		.select('name')
		.where('id', '=', invitation.organisationId)
		.executeTakeFirstOrThrow();
	const inviter = await tx
		.selectFrom('account')
		.select('name')
		.where('id', '=', actor.accountId)
		.executeTakeFirstOrThrow();
	return { email: invitation.email, organisation: organisation.name, inviter: inviter.name };
}
