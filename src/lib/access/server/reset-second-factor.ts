import type { Act } from '../../server/act.ts';
import { record } from '../../server/events.ts';
import { enqueue } from '../../server/jobs.ts';
import { normaliseEmail } from '../email.ts';
import { closeSessionsOf } from './close-sessions.ts';
import { forgetRecoveryCodes } from './recovery-codes.ts';

/**
 * The operator takes a second factor away from somebody who has lost everything that gave codes: her sessions close,
 * she is told by mail. What became of it: nobody has this address, nothing was set, or done.
 */
export async function resetSecondFactor(act: Act, email: string): Promise<'unknown' | 'not-set' | 'done'> {
	const account = await act.tx
		.selectFrom('account')
		.select(['id', 'email', 'totpConfirmedAt'])
		.where('email', '=', normaliseEmail(email))
		.executeTakeFirst();
	if (!account) return 'unknown';
	if (!account.totpConfirmedAt) return 'not-set';
	await act.tx
		.updateTable('account')
		.set({ totpSecret: null, totpConfirmedAt: null, totpLastStep: null })
		.where('id', '=', account.id)
		.execute();
	await forgetRecoveryCodes(act, account.id);
	await record(act, 'account.second-factor-reset', account.id, {});
	await closeSessionsOf(act, account.id, 'operator');
	await enqueue(act, 'send-notice', { email: account.email, key: 'second-factor-reset' });
	return 'done';
}
