import * as z from 'zod';
import { told } from '#lib/pathway/typed.ts';
import { organisationOf } from '#lib/person/server/people.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { addDays, dayOf } from '#lib/time/days.ts';
import { AlertId, longestSnoozeDays } from '../alert.ts';
import { openAlertToMove } from './alerts.ts';

export const Snoozing = z.object({
	alert: AlertId,
	until: z.iso.date('alerts.until-missing'),
	reason: told(500, 'alerts.reason-missing', 'alerts.reason-long'),
});

/**
 * Puts an alert off until a day, for the actor's organisation: the others go on seeing it.
 * @throws Refusal 422 when the day is past, or further than thirty days; 409 when it has ended meanwhile
 */
export async function snoozeAlert(
	act: Act,
	{ alert, until, reason }: z.infer<typeof Snoozing>,
): Promise<void> {
	const found = await openAlertToMove(act, alert, 'alert.snooze');
	const today = dayOf(act.at);
	if (until <= today) throw new Refusal(422, 'alerts.until-past');
	if (until > addDays(today, longestSnoozeDays)) throw new Refusal(422, 'alerts.until-far');
	await act.tx
		.insertInto('alertSnooze')
		.values({
			alertId: found.id,
			organisationId: organisationOf(act.actor),
			hatId: act.actor.hat?.id ?? '',
			until,
			reason,
			at: act.at,
		})
		.execute();
	await record(act, 'alert.snoozed', found.subject, { rule: found.rule, until });
}
