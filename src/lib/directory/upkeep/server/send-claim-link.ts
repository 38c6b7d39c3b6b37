import { invitationLife } from '#lib/access/invitation.ts';
import { newToken, tokenHash } from '#lib/access/server/tokens.ts';
import { type Act, actAtTheDoor } from '#lib/server/act.ts';
import type { JobContext, Jobs } from '#lib/server/jobs.ts';
import { translate } from '#lib/texts/translator.ts';
import type { Mailing } from './send-review-letters.ts';

/** Mails the link of a claim: an invitation to be provider of the organisation, which proves the address. */
export async function sendClaimLink(
	{ post, origin }: Mailing,
	{ claimId }: Jobs['send-claim-link'],
	{ db, now }: JobContext,
): Promise<void> {
	const token = newToken();
	const claim = await actAtTheDoor(db, now)((act) => invite(act, claimId, token));
	if (!claim) return;
	const { email, organisation } = claim;
	await post({
		to: email,
		subject: translate('upkeep.mail.claim-subject', { organisation }),
		text: translate('upkeep.mail.claim-text', { organisation, link: `${origin}/invitation/${token}` }),
	});
}

/** A job run again makes another link: the first may never have left. */
async function invite({ tx, at }: Act, claimId: string, token: string) {
	const claim = await tx
		.selectFrom('pageClaim')
		.innerJoin('organisation', 'organisation.id', 'organisationId')
		.select(['organisationId', 'pageClaim.email', 'organisation.name as organisation'])
		.where('pageClaim.id', '=', claimId)
		.where('revokedAt', 'is', null)
		.where('givenAt', 'is', null)
		.executeTakeFirst();
	if (!claim) return undefined;
	const { id } = await tx
		.insertInto('invitation')
		.values({
			tokenHash: tokenHash(token),
			email: claim.email,
			role: 'provider',
			organisationId: claim.organisationId,
			createdAt: at,
			expiresAt: new Date(at.getTime() + invitationLife),
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	await tx.updateTable('pageClaim').set({ invitationId: id }).where('id', '=', claimId).execute();
	return claim;
}
