import { randomInt } from 'node:crypto';
import { newToken, tokenHash } from '#lib/access/server/tokens.ts';
import { looksLikeToken } from '#lib/access/session-token.ts';
import { Refusal } from '#lib/refusal.ts';
import { type Act, actAsGuest, type HeldLink, type Work } from '#lib/server/act.ts';
import type { Database } from '#lib/server/database.ts';

/** How many wrong codes close a link. */
export const mostTries = 5;

/** Makes a link to answer; the earlier ones die. Its code is told by the sender, never in the same mail. */
export async function makeAnswerLink(
	{ tx, at }: Act,
	{ referralId, organisationId, expiresAt }: { referralId: string; organisationId: string; expiresAt: Date },
): Promise<string> {
	const token = newToken();
	await tx
		.updateTable('referralLink')
		.set({ revokedAt: at })
		.where('referralId', '=', referralId)
		.where('organisationId', '=', organisationId)
		.where('usedAt', 'is', null)
		.where('revokedAt', 'is', null)
		.execute();
	await tx
		.insertInto('referralLink')
		.values({
			tokenHash: tokenHash(token),
			referralId,
			organisationId,
			purpose: 'answer',
			code: String(randomInt(1_000_000)).padStart(6, '0'),
			madeAt: at,
			expiresAt,
		})
		.execute();
	return token;
}

/** A link for the person to say whether it helped, printed on her receipt: once, within a year. */
export async function makeFeedbackLink({ tx, at }: Act, referralId: string): Promise<string> {
	const token = newToken();
	await tx
		.insertInto('referralLink')
		.values({
			tokenHash: tokenHash(token),
			referralId,
			purpose: 'feedback',
			madeAt: at,
			expiresAt: new Date(at.getTime() + 365 * 86_400_000),
		})
		.execute();
	return token;
}

/** Acts with the link of an address, and the code typed if there is one. */
export function guestOf(db: Database, token: string, code: string | null = null, now?: () => Date): Work {
	if (!looksLikeToken(token)) throw new Refusal(404, 'referral.link-gone');
	return actAsGuest(db, heldLink(token, code), now);
}

const heldLink = (token: string, code: string | null): HeldLink => ({ tokenHash: tokenHash(token), code });

/** The link, as its holder may know it, held until the act ends; a dead one is told with what to do. */
export async function holdLink({ tx, at }: Act, purpose: 'answer' | 'feedback') {
	const link = await tx
		.selectFrom('referralLink')
		.select(['id', 'referralId', 'organisationId', 'purpose', 'tries', 'usedAt', 'revokedAt', 'expiresAt'])
		.forUpdate()
		.executeTakeFirst();
	const alive = link && !link.usedAt && !link.revokedAt && link.expiresAt > at && link.purpose === purpose;
	if (!alive) throw new Refusal(404, 'referral.link-gone');
	if (link.tries >= mostTries) throw new Refusal(429, 'referral.link-locked');
	return link;
}

/** It has served: once, whatever the number of clicks. */
export const useLink = ({ tx, at }: Act, id: string) =>
	tx.updateTable('referralLink').set({ usedAt: at }).where('id', '=', id).execute();

export const countTry = ({ tx }: Act, { id, tries }: { id: string; tries: number }) =>
	tx
		.updateTable('referralLink')
		.set({ tries: tries + 1 })
		.where('id', '=', id)
		.execute();
