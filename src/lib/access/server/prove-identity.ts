import * as z from 'zod';
import { Refusal } from '../../refusal.ts';
import type { Act } from '../../server/act.ts';
import type { Safe } from '../../server/safe.ts';
import { plainCode } from '../one-time-code.ts';
import { TypedPassword } from '../password.ts';
import type { SignedIn } from '../session.ts';
import type { Visitor } from '../visitor.ts';
import { type Account, findAccount } from './accounts.ts';
import type { Doorkeeper } from './asking.ts';
import { passwordMatches } from './password-hash.ts';
import { type ReadCode, readCode, takeCode } from './take-code.ts';
import { giveBack, withinLimit } from './within-limit.ts';

/** The password, or a code that has not served: what a form of the account's secrets asks again. */
export const Proof = z.object({
	password: TypedPassword.optional().catch(undefined),
	code: z.string().transform(plainCode).optional(),
});
export type Proof = z.infer<typeof Proof>;

/** Without password nor code, only somebody who has just signed in may touch the account's secrets. */
const freshness = 10 * 60_000;

/** A session left open must not be enough to change the account's secrets (ASVS 5.0, 7.5.1). */
export async function proveIdentity(
	{ door, safe }: Doorkeeper,
	session: SignedIn,
	proof: Proof,
	visitor: Visitor,
): Promise<Account> {
	const tries = await withinLimit(door, 'prove-identity', {
		account: session.accountId,
		address: visitor.address,
	});
	const account = await door((act) => findAccount(act, session.accountId));
	if (!account) throw new Refusal(404, 'problem.nothing-here');
	// Argon2 works outside any transaction: a slow check holds no connection.
	const known = proof.password !== undefined && (await passwordMatches(account.passwordHash, proof.password));
	const code = proof.code ? await readCode(door, account.id, proof.code) : undefined;
	await door(async (act) => {
		if (!known) await refuseUnlessProven(act, safe, account, session, code);
		await giveBack(act, tries);
	});
	return account;
}

async function refuseUnlessProven(
	act: Act,
	safe: Safe,
	account: Account,
	session: SignedIn,
	code: ReadCode | undefined,
): Promise<void> {
	if (code) {
		if (await takeCode(act, safe, account, code)) return;
		throw new Refusal(422, 'access.code-wrong');
	}
	if (account.passwordHash) throw new Refusal(422, 'access.password-wrong');
	if (account.totpConfirmedAt) throw new Refusal(422, 'access.code-wrong');
	if (!(await isFresh(act, session))) throw new Refusal(422, 'access.sign-in-again');
}

async function isFresh({ tx, at }: Act, { id }: SignedIn): Promise<boolean> {
	const since = new Date(at.getTime() - freshness);
	const session = await tx.selectFrom('session').select('createdAt').where('id', '=', id).executeTakeFirst();
	return session !== undefined && session.createdAt > since;
}
