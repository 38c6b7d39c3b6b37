import * as z from 'zod';
import { organisationOf } from '#lib/person/server/people.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { AlertId } from '../alert.ts';
import { findAlert } from './alerts.ts';

export const Usefulness = z.object({
	alert: AlertId,
	useful: z.enum(['yes', 'no'], 'alerts.useful-missing').transform((said) => said === 'yes'),
});

/** Whether an alert was of use to her: her last word counts, for the precision of its rule. */
export async function sayUseful(act: Act, { alert, useful }: z.infer<typeof Usefulness>): Promise<void> {
	const found = await findAlert(act, alert, 'alert.say-useful');
	const said = { useful, saidAt: act.at };
	await act.tx
		.insertInto('alertUse')
		.values({
			alertId: found.id,
			hatId: act.actor.hat?.id ?? '',
			organisationId: organisationOf(act.actor),
			...said,
		})
		.onConflict((conflict) => conflict.columns(['alertId', 'hatId']).doUpdateSet(said))
		.execute();
	await record(act, 'alert.judged', found.subject, { rule: found.rule, useful });
}
