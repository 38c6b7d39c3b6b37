import { Refusal } from '../../refusal.ts';
import type { Act, Work } from '../../server/act.ts';
import { type LinkPurpose, linkLife } from '../one-time-link.ts';
import { looksLikeToken } from '../session-token.ts';
import type { Visitor } from '../visitor.ts';
import { type Account, findAccount } from './accounts.ts';
import { newToken, tokenHash } from './tokens.ts';
import { giveBack, withinLimit } from './within-limit.ts';

/** Makes a link's token for an account; only its hash is kept. */
export async function makeLink({ tx, at }: Act, accountId: string, purpose: LinkPurpose): Promise<string> {
	const token = newToken();
	await tx
		.insertInto('oneTimeLink')
		.values({
			tokenHash: tokenHash(token),
			accountId,
			purpose,
			createdAt: at,
			expiresAt: new Date(at.getTime() + linkLife),
		})
		.execute();
	return token;
}

/** The account whose link this is, without using it: mail scanners open links too. Refuses a link that is gone. */
export async function lookAtLink(
	door: Work,
	token: string,
	purpose: LinkPurpose,
	{ address }: Visitor,
): Promise<Account> {
	const tries = await withinLimit(door, 'use-link', { address });
	return door(async (act) => {
		const account = await accountOfLink(act, token, purpose);
		if (!account) throw new Refusal(404, 'access.link-gone');
		await giveBack(act, tries);
		return account;
	});
}

async function accountOfLink(act: Act, token: string, purpose: LinkPurpose): Promise<Account | undefined> {
	if (!looksLikeToken(token)) return undefined;
	const link = await act.tx
		.selectFrom('oneTimeLink')
		.select('accountId')
		.where('tokenHash', '=', tokenHash(token))
		.where('purpose', '=', purpose)
		.where('usedAt', 'is', null)
		.where('expiresAt', '>', act.at)
		.executeTakeFirst();
	return link && findAccount(act, link.accountId);
}

/** Uses a link up: of any number of simultaneous uses, exactly one gets the account. */
export async function takeLink(act: Act, token: string, purpose: LinkPurpose): Promise<Account> {
	const link = looksLikeToken(token)
		? await act.tx
				.updateTable('oneTimeLink')
				.set({ usedAt: act.at })
				.where('tokenHash', '=', tokenHash(token))
				.where('purpose', '=', purpose)
				.where('usedAt', 'is', null)
				.where('expiresAt', '>', act.at)
				.returning('accountId')
				.executeTakeFirst()
		: undefined;
	const account = link && (await findAccount(act, link.accountId));
	if (!account) throw new Refusal(422, 'access.link-gone');
	return account;
}
