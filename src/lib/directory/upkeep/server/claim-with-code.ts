import * as z from 'zod';
import { Email } from '#lib/access/email.ts';
import { signedBy } from '#lib/access/server/accounts.ts';
import { passwordMatches } from '#lib/access/server/password-hash.ts';
import { giveBack, withinLimit } from '#lib/access/server/within-limit.ts';
import type { SignedIn } from '#lib/access/session.ts';
import type { Visitor } from '#lib/access/visitor.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Act, Work } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { looksLikeClaimCode, plainClaimCode } from '../claim.ts';
import { findClaimable, openClaim } from './claim-page.ts';

export const ClaimByCode = z.object({
	letterCode: z.string().transform(plainClaimCode).refine(looksLikeClaimCode, 'upkeep.code-form'),
	/** Where the link goes, for somebody who has no account. */
	linkEmail: z.union([z.literal('').transform(() => undefined), Email]).optional(),
});
type ClaimByCode = z.infer<typeof ClaimByCode>;

/**
 * Asks to manage a page with the code of a letter. Signed in, the hat is given at once ("given"); else a link goes to the
 * address ("sent"), and the code stays good until that link is used: an address may be mistyped.
 * @throws Refusal 422 a wrong or old code, or no address; 429 after five wrong ones in a day
 */
export async function claimWithCode(
	door: Work,
	organisationId: string,
	{ letterCode, linkEmail }: ClaimByCode,
	session: SignedIn | null,
	{ address }: Visitor,
): Promise<'given' | 'sent'> {
	const claimant = session?.complete ? session : null;
	if (!claimant && !linkEmail) throw new Refusal(422, 'upkeep.link-email-missing');
	const tries = await withinLimit(door, 'type-claim-code', { account: organisationId, address });
	const known = await door((act) => openCode(act, organisationId));
	if (!(await passwordMatches(known?.codeHash, letterCode)) || !known)
		throw new Refusal(422, 'upkeep.code-wrong');
	return door(async (act) => {
		await findClaimable(act, organisationId);
		await giveBack(act, tries);
		await takeCode(act, known.id, claimant !== null);
		if (claimant) return giveHat(signedBy(act, claimant.accountId), organisationId, claimant, known.id);
		await openClaim(act, { organisationId, email: linkEmail!, way: 'letter', codeId: known.id });
		return 'sent';
	});
}

const openCode = ({ tx, at }: Act, organisationId: string) =>
	tx
		.selectFrom('claimCode')
		.select(['id', 'codeHash'])
		.where('organisationId', '=', organisationId)
		.where('usedAt', 'is', null)
		.where('withdrawnAt', 'is', null)
		.where('expiresAt', '>', at)
		.executeTakeFirst();

/** Two who type the same code wait for each other; the links sent before for this code no longer serve. */
async function takeCode({ tx, at }: Act, id: string, forGood: boolean): Promise<void> {
	const code = await tx
		.selectFrom('claimCode')
		.select('id')
		.where('id', '=', id)
		.where('usedAt', 'is', null)
		.where('withdrawnAt', 'is', null)
		.forUpdate()
		.executeTakeFirst();
	const served = await tx
		.selectFrom('pageClaim')
		.innerJoin('invitation', 'invitation.id', 'invitationId')
		.select('pageClaim.id')
		.where('codeId', '=', id)
		.where('acceptedAt', 'is not', null)
		.executeTakeFirst();
	if (!code || served) throw new Refusal(422, 'upkeep.code-wrong');
	await tx
		.updateTable('invitation')
		.set({ withdrawnAt: at })
		.where('id', 'in', tx.selectFrom('pageClaim').select('invitationId').where('codeId', '=', id))
		.where('acceptedAt', 'is', null)
		.where('withdrawnAt', 'is', null)
		.execute();
	if (forGood) await tx.updateTable('claimCode').set({ usedAt: at }).where('id', '=', id).execute();
}

async function giveHat(
	act: Act,
	organisationId: string,
	{ accountId, email }: SignedIn,
	codeId: string,
): Promise<'given'> {
	const hat = await act.tx
		.insertInto('hat')
		.values({ accountId, role: 'provider', organisationId, createdAt: act.at })
		.onConflict((conflict) => conflict.doNothing())
		.returning('id')
		.executeTakeFirst();
	const claim = await act.tx
		.insertInto('pageClaim')
		.values({ organisationId, email, way: 'letter', askedAt: act.at, codeId })
		.returning('id')
		.executeTakeFirstOrThrow();
	await act.tx.updateTable('pageClaim').set({ givenAt: act.at }).where('id', '=', claim.id).execute();
	await record(act, 'upkeep.page-claimed', organisationId, { way: 'letter' });
	if (hat) await record(act, 'hat.given', hat.id, { role: 'provider' });
	return 'given';
}
