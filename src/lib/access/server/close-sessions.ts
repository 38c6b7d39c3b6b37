import type { Act } from '../../server/act.ts';
import { type Events, record } from '../../server/events.ts';

/** Closes every session of an account, but the one to keep; links already sent to its mailbox die too. */
export async function closeSessionsOf(
	act: Act,
	accountId: string,
	by: Events['session.closed']['by'],
	keptId?: string,
): Promise<void> {
	let query = act.tx.deleteFrom('session').where('accountId', '=', accountId);
	if (keptId) query = query.where('id', '!=', keptId);
	const closed = await query.returning('id').execute();
	for (const { id } of closed) await record(act, 'session.closed', id, { by });
	await act.tx
		.deleteFrom('oneTimeLink')
		.where('accountId', '=', accountId)
		.where('usedAt', 'is', null)
		.execute();
}
