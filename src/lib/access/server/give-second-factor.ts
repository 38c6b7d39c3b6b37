import * as z from 'zod';
import { Refusal } from '../../refusal.ts';
import type { Act, Work } from '../../server/act.ts';
import { plainCode, stepOfCode } from '../one-time-code.ts';
import type { SignedIn } from '../session.ts';
import type { Visitor } from '../visitor.ts';
import { type Account, findAccount, useStep } from './accounts.ts';
import { type OpenedSession, openSession } from './open-session.ts';
import { giveBack, withinLimit } from './within-limit.ts';

export const GivenCode = z.object({ code: z.string('access.code-missing').transform(plainCode) });

/** Completes a sign-in with its code; the session goes on under a new token. */
export async function giveSecondFactor(
	door: Work,
	session: SignedIn,
	{ code }: z.infer<typeof GivenCode>,
	visitor: Visitor,
): Promise<OpenedSession> {
	const tries = await withinLimit(door, 'give-code', {
		account: session.accountId,
		address: visitor.address,
	});
	return door(async (act) => {
		const account = await findAccount(act, session.accountId);
		if (!account || !(await takeCode(act, account, code))) throw new Refusal(422, 'access.code-wrong');
		await giveBack(act, tries);
		await act.tx.deleteFrom('session').where('id', '=', session.id).execute();
		return openSession(act, account, 'code', visitor);
	});
}

/** True when the code is right, at its first use. */
export async function takeCode(act: Act, account: Account, code: string): Promise<boolean> {
	if (!account.totpSecret || !account.totpConfirmedAt) return false;
	const step = stepOfCode(account.totpSecret, code, account.totpLastStep, act.at);
	return step !== undefined && useStep(act, account.id, step);
}
