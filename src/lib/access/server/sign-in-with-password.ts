import * as z from 'zod';
import { Refusal } from '../../refusal.ts';
import type { Work } from '../../server/act.ts';
import { Email } from '../email.ts';
import { TypedPassword } from '../password.ts';
import type { Visitor } from '../visitor.ts';
import { findAccountByEmail } from './accounts.ts';
import { type OpenedSession, openSession } from './open-session.ts';
import { passwordMatches } from './password-hash.ts';
import { giveBack, withinLimit } from './within-limit.ts';

export const SignIn = z.object({ email: Email, password: TypedPassword });

/** Refuses with the same words, after the same work, whether or not the account exists. */
export async function signInWithPassword(
	door: Work,
	{ email, password }: z.infer<typeof SignIn>,
	visitor: Visitor,
): Promise<OpenedSession> {
	const tries = await withinLimit(door, 'sign-in', { account: email, address: visitor.address });
	const account = await door((act) => findAccountByEmail(act, email));
	const matches = await passwordMatches(account?.passwordHash, password);
	if (!account || !matches) throw new Refusal(422, 'access.sign-in-refused');
	return door(async (act) => {
		await giveBack(act, tries);
		return openSession(act, account, 'password', visitor);
	});
}
