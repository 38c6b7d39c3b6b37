import { record } from '../../server/events.ts';
import { enqueue } from '../../server/jobs.ts';
import type { SignedIn } from '../session.ts';
import type { Visitor } from '../visitor.ts';
import { signedBy } from './accounts.ts';
import type { Doorkeeper } from './asking.ts';
import { type Proof, proveIdentity } from './prove-identity.ts';
import { forgetRecoveryCodes } from './recovery-codes.ts';

/** Asks again who is there, and tells the person by mail; nothing happens where none was set. */
export async function removeSecondFactor(
	keeper: Doorkeeper,
	session: SignedIn,
	proof: Proof,
	visitor: Visitor,
): Promise<void> {
	const account = await proveIdentity(keeper, session, proof, visitor);
	if (!account.totpConfirmedAt) return;
	await keeper.door(async (anonymous) => {
		const act = signedBy(anonymous, account.id);
		await act.tx
			.updateTable('account')
			.set({ totpSecret: null, totpConfirmedAt: null, totpLastStep: null })
			.where('id', '=', account.id)
			.execute();
		await forgetRecoveryCodes(act, account.id);
		await record(act, 'account.second-factor-removed', account.id, {});
		await enqueue(act, 'send-notice', { email: account.email, key: 'second-factor-removed' });
	});
}
