import * as z from 'zod';
import { Refusal } from '../../refusal.ts';
import { plainCode } from '../one-time-code.ts';
import type { SignedIn } from '../session.ts';
import type { Visitor } from '../visitor.ts';
import { findAccount } from './accounts.ts';
import type { Doorkeeper } from './asking.ts';
import { type OpenedSession, openSession } from './open-session.ts';
import { readCode, takeCode } from './take-code.ts';
import { giveBack, withinLimit } from './within-limit.ts';

export const GivenCode = z.object({ code: z.string('access.code-missing').transform(plainCode) });

/** Completes a sign-in with the telephone's code or a recovery code; the session goes on under a new token. */
export async function giveSecondFactor(
	{ door, safe }: Doorkeeper,
	session: SignedIn,
	{ code }: z.infer<typeof GivenCode>,
	visitor: Visitor,
): Promise<OpenedSession> {
	const tries = await withinLimit(door, 'give-code', {
		account: session.accountId,
		address: visitor.address,
	});
	const given = await readCode(door, session.accountId, code);
	return door(async (act) => {
		const account = await findAccount(act, session.accountId);
		if (!account || !(await takeCode(act, safe, account, given))) throw new Refusal(422, 'access.code-wrong');
		await giveBack(act, tries);
		await act.tx.deleteFrom('session').where('id', '=', session.id).execute();
		return openSession(act, account, 'code', visitor);
	});
}
