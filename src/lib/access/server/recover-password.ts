import * as z from 'zod';
import type { Work } from '../../server/act.ts';
import { record } from '../../server/events.ts';
import { enqueue } from '../../server/jobs.ts';
import { NewPassword } from '../password.ts';
import type { Visitor } from '../visitor.ts';
import { signedBy } from './accounts.ts';
import { choosePassword } from './choose-password.ts';
import { closeSessionsOf } from './close-sessions.ts';
import { lookAtLink, takeLink } from './one-time-links.ts';
import { type OpenedSession, openSession } from './open-session.ts';
import { giveBack, withinLimit } from './within-limit.ts';

export const Recovery = z.object({ newPassword: NewPassword });

/** A password refused as too weak leaves the link alive; the change closes every session that was open. */
export async function recoverPassword(
	door: Work,
	token: string,
	{ newPassword }: z.infer<typeof Recovery>,
	visitor: Visitor,
): Promise<OpenedSession> {
	const tries = await withinLimit(door, 'recover-password', { address: visitor.address });
	const owner = await lookAtLink(door, token, 'recovery', visitor);
	const passwordHash = await choosePassword(newPassword, owner);
	return door(async (anonymous) => {
		const account = await takeLink(anonymous, token, 'recovery');
		const act = signedBy(anonymous, account.id);
		await giveBack(act, tries);
		await act.tx.updateTable('account').set({ passwordHash }).where('id', '=', account.id).execute();
		await record(act, 'account.password-changed', account.id, { by: 'recovery' });
		await closeSessionsOf(act, account.id, 'recovery');
		await enqueue(act, 'send-notice', { email: account.email, key: 'password-changed' });
		return openSession(act, account, 'recovery', visitor);
	});
}
