import * as z from 'zod';
import { record } from '../../server/events.ts';
import { enqueue } from '../../server/jobs.ts';
import { NewPassword } from '../password.ts';
import type { SignedIn } from '../session.ts';
import type { Visitor } from '../visitor.ts';
import { signedBy } from './accounts.ts';
import type { Doorkeeper } from './asking.ts';
import { choosePassword } from './choose-password.ts';
import { closeSessionsOf } from './close-sessions.ts';
import { Proof, proveIdentity } from './prove-identity.ts';

export const PasswordChange = z.object({ ...Proof.shape, newPassword: NewPassword });

/** Closes the person's other sessions, and tells her by mail. */
export async function changePassword(
	keeper: Doorkeeper,
	session: SignedIn,
	{ newPassword, ...proof }: z.infer<typeof PasswordChange>,
	visitor: Visitor,
): Promise<void> {
	const account = await proveIdentity(keeper, session, proof, visitor);
	const passwordHash = await choosePassword(newPassword, account);
	await keeper.door(async (anonymous) => {
		const act = signedBy(anonymous, account.id);
		await act.tx.updateTable('account').set({ passwordHash }).where('id', '=', account.id).execute();
		await record(act, 'account.password-changed', account.id, { by: 'person' });
		await closeSessionsOf(act, account.id, 'password-change', session.id);
		await enqueue(act, 'send-notice', { email: account.email, key: 'password-changed' });
	});
}
