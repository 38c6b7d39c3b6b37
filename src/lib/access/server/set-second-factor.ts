import type * as z from 'zod';
import { Refusal } from '../../refusal.ts';
import { record } from '../../server/events.ts';
import { stepOfCode } from '../one-time-code.ts';
import type { SignedIn } from '../session.ts';
import type { Visitor } from '../visitor.ts';
import { findAccount, signedBy } from './accounts.ts';
import type { Doorkeeper } from './asking.ts';
import type { GivenCode } from './give-second-factor.ts';
import { keepRecoverySheet, newRecoverySheet } from './recovery-codes.ts';
import { openSecret } from './take-code.ts';
import { giveBack, withinLimit } from './within-limit.ts';

/** From the first right code on, signing in asks for one. Returns the recovery codes, which nobody sees again. */
export async function setSecondFactor(
	{ door, safe }: Doorkeeper,
	session: SignedIn,
	{ code }: z.infer<typeof GivenCode>,
	visitor: Visitor,
): Promise<readonly string[]> {
	const tries = await withinLimit(door, 'give-code', {
		account: session.accountId,
		address: visitor.address,
	});
	const sheet = await newRecoverySheet();
	await door(async (act) => {
		const account = await findAccount(act, session.accountId);
		if (!account?.totpSecret) throw new Refusal(409, 'access.second-factor-not-proposed');
		if (account.totpConfirmedAt) throw new Refusal(409, 'access.second-factor-already');
		const step = stepOfCode(openSecret(safe, account.id, account.totpSecret), code, null, act.at);
		if (step === undefined) throw new Refusal(422, 'access.code-wrong');
		await giveBack(act, tries);
		await act.tx
			.updateTable('account')
			.set({ totpConfirmedAt: act.at, totpLastStep: step })
			.where('id', '=', account.id)
			.execute();
		await keepRecoverySheet(act, account.id, sheet);
		await record(signedBy(act, account.id), 'account.second-factor-set', account.id, {});
	});
	return sheet.codes;
}
