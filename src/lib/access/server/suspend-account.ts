import type { Act } from '../../server/act.ts';
import { record } from '../../server/events.ts';
import { normaliseEmail } from '../email.ts';

/** The operator closes an account: its sessions, links and password open nothing from the next request on. */
export async function suspendAccount(act: Act, email: string): Promise<boolean> {
	const suspended = await act.tx
		.updateTable('account')
		.set({ suspendedAt: act.at })
		.where('email', '=', normaliseEmail(email))
		.where('suspendedAt', 'is', null)
		.returning('id')
		.executeTakeFirst();
	if (suspended) await record(act, 'account.suspended', suspended.id, {});
	return suspended !== undefined;
}
