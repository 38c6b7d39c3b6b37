import type { Act } from '../../server/act.ts';
import { record } from '../../server/events.ts';
import { enqueue } from '../../server/jobs.ts';
import { normaliseEmail } from '../email.ts';
import { closeSessionsOf } from './close-sessions.ts';

/**
 * The operator closes an account: its sessions, links and password open nothing from the next request on, and its
 * owner is told by mail. What became of it: nobody has this address, it was closed already, or done.
 */
export async function suspendAccount(act: Act, email: string): Promise<'unknown' | 'already' | 'done'> {
	const suspended = await act.tx
		.updateTable('account')
		.set({ suspendedAt: act.at })
		.where('email', '=', normaliseEmail(email))
		.where('suspendedAt', 'is', null)
		.returning(['id', 'email'])
		.executeTakeFirst();
	if (!suspended) return (await isKnown(act, email)) ? 'already' : 'unknown';
	await record(act, 'account.suspended', suspended.id, {});
	await closeSessionsOf(act, suspended.id, 'operator');
	await enqueue(act, 'send-notice', { email: suspended.email, key: 'account-suspended' });
	return 'done';
}

/** The operator opens a suspended account again, as it was, without its sessions. */
export async function reopenAccount(act: Act, email: string): Promise<'unknown' | 'already' | 'done'> {
	const reopened = await act.tx
		.updateTable('account')
		.set({ suspendedAt: null })
		.where('email', '=', normaliseEmail(email))
		.where('suspendedAt', 'is not', null)
		.returning(['id', 'email'])
		.executeTakeFirst();
	if (!reopened) return (await isKnown(act, email)) ? 'already' : 'unknown';
	await record(act, 'account.reopened', reopened.id, {});
	await enqueue(act, 'send-notice', { email: reopened.email, key: 'account-reopened' });
	return 'done';
}

const isKnown = async ({ tx }: Act, email: string): Promise<boolean> =>
	(await tx
		.selectFrom('account')
		.select('id')
		.where('email', '=', normaliseEmail(email))
		.executeTakeFirst()) !== undefined;
