import { Refusal } from '../../refusal.ts';
import { record } from '../../server/events.ts';
import { enqueue } from '../../server/jobs.ts';
import type { SignedIn } from '../session.ts';
import type { Visitor } from '../visitor.ts';
import { signedBy } from './accounts.ts';
import type { Doorkeeper } from './asking.ts';
import { type Proof, proveIdentity } from './prove-identity.ts';
import { keepRecoverySheet, newRecoverySheet } from './recovery-codes.ts';

/** Ten new codes, shown once; those before open nothing any more, and the person is told by mail. */
export async function renewRecoveryCodes(
	keeper: Doorkeeper,
	session: SignedIn,
	proof: Proof,
	visitor: Visitor,
): Promise<readonly string[]> {
	const account = await proveIdentity(keeper, session, proof, visitor);
	if (!account.totpConfirmedAt) throw new Refusal(409, 'access.second-factor-not-set');
	const sheet = await newRecoverySheet();
	await keeper.door(async (anonymous) => {
		const act = signedBy(anonymous, account.id);
		await keepRecoverySheet(act, account.id, sheet);
		await record(act, 'account.recovery-codes-made', account.id, {});
		await enqueue(act, 'send-notice', { email: account.email, key: 'recovery-codes-made' });
	});
	return sheet.codes;
}
