import type { Role } from '../../actor.ts';
import { type Act, actAs } from '../../server/act.ts';
import type { JobContext, Jobs } from '../../server/jobs.ts';
import type { Post } from '../../server/mail.ts';
import { translate } from '../../texts/translator.ts';
import { roleLabel } from '../hat-label.ts';
import type { HatPlace } from '../hat-place.ts';
import { nameOfPlace } from './hat-places.ts';
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
	const { email, inviter, role, kind, place } = invitation;
	await post({
		to: email,
		subject: translate('mail.invitation.subject'),
		text: translate(`mail.invitation.${kind}`, {
			inviter,
			place,
			role: roleLabel(role),
			link: `${origin}/invitation/${token}`,
		}),
	});
}

async function giveLink(act: Act, id: string, token: string) {
	const { tx, at } = act;
	const invitation = await tx
		.updateTable('invitation')
		.set({ tokenHash: tokenHash(token) })
		.where('id', '=', id)
		.where('acceptedAt', 'is', null)
		.where('withdrawnAt', 'is', null)
		.where('expiresAt', '>', at)
		.returning(['email', 'role', 'organisationId', 'territoryKind', 'territoryCode'])
		.executeTakeFirst();
	if (!invitation || !act.actor.accountId) return undefined;
	const place = await nameOfPlace(act, invitation);
	if (place === undefined) return undefined;
	const inviter = await tx
		.selectFrom('account')
		.select('name')
		.where('id', '=', act.actor.accountId)
		.executeTakeFirstOrThrow();
	return {
		email: invitation.email,
		role: invitation.role as Role,
		kind: kindOf(invitation),
		place: place ?? '',
		inviter: inviter.name,
	};
}

type Kind = 'to-organisation' | 'to-territory' | 'to-platform';

const kindOf = ({ organisationId, territoryKind }: HatPlace): Kind =>
	organisationId ? 'to-organisation' : territoryKind ? 'to-territory' : 'to-platform';
