import { type Act, actAtTheDoor } from '../../server/act.ts';
import { enqueue, type JobContext } from '../../server/jobs.ts';
import { invitationKept } from '../invitation.ts';
import { longestWindow } from '../limits.ts';
import { idleLimit } from '../session.ts';

const hour = 60 * 60_000;

/** A request may be repeated under its key for seven days. */
const answersKept = 7 * 24 * hour;

/** One such job waits at any time: asking again replaces it. */
export const scheduleForgetting = (act: Act, at: Date = act.at): Promise<void> =>
	enqueue(act, 'forget-old-secrets', {}, { key: 'forget-old-secrets', at });

/** Deletes the sessions, links, invitations and tries that no longer serve, then asks to be run again in an hour. */
export const forgetOldSecrets = ({ db, now }: JobContext): Promise<void> =>
	actAtTheDoor(
		db,
		now,
	)(async (act) => {
		const { tx, at } = act;
		const idle = new Date(at.getTime() - idleLimit);
		await tx
			.deleteFrom('session')
			.where((eb) => eb.or([eb('expiresAt', '<=', at), eb('lastSeenAt', '<', idle)]))
			.execute();
		await tx
			.deleteFrom('invitation')
			.where('expiresAt', '<=', new Date(at.getTime() - invitationKept))
			.execute();
		await tx.deleteFrom('oneTimeLink').where('expiresAt', '<=', at).execute();
		await tx
			.deleteFrom('attempt')
			.where('happenedAt', '<=', new Date(at.getTime() - longestWindow))
			.execute();
		await tx
			.deleteFrom('idempotencyKey')
			.where('madeAt', '<', new Date(at.getTime() - answersKept))
			.execute();
		await scheduleForgetting(act, new Date(at.getTime() + hour));
	});
