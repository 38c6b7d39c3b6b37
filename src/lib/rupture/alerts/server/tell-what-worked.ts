import * as z from 'zod';
import { told } from '#lib/pathway/typed.ts';
import { organisationOf } from '#lib/person/server/people.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { AlertId } from '../alert.ts';
import { findAlert } from './alerts.ts';

export const Worked = z.object({
	alert: AlertId,
	words: told(500, 'alerts.worked-missing', 'alerts.worked-long'),
});

/**
 * What worked when a rupture was repaired, in one sentence.
 * @throws Refusal 409 while it lasts, or when a colleague told it already
 */
export async function tellWhatWorked(act: Act, { alert, words }: z.infer<typeof Worked>): Promise<void> {
	const found = await findAlert(act, alert, 'alert.tell-what-worked');
	if (found.endedAt === null) throw new Refusal(409, 'alerts.not-ended');
	const { numInsertedOrUpdatedRows: kept } = await act.tx
		.insertInto('alertRepair')
		.values({
			alertId: found.id,
			organisationId: organisationOf(act.actor),
			hatId: act.actor.hat?.id ?? '',
			words,
			at: act.at,
		})
		.onConflict((conflict) => conflict.column('alertId').doNothing())
		.executeTakeFirstOrThrow();
	if (kept === 0n) throw new Refusal(409, 'alerts.told-already');
	await record(act, 'alert.repaired', found.subject, { rule: found.rule });
}
