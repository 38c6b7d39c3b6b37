import type * as z from 'zod';
import { organisationOf } from '#lib/person/server/people.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { findToWrite } from '../../server/written.ts';
import type { newCheck } from '../landmark.ts';

/**
 * Says on which day news were taken, and whether what she entered still holds; sent twice, it is said once.
 * @throws NotYours 404 where the actor may not write, Refusal 404 for what somebody else entered, 422 before she did
 */
export async function checkOutcome(
	act: Act,
	pathwayId: string,
	{ once: id, outcome: outcomeId, onDay, still }: z.output<ReturnType<typeof newCheck>>,
): Promise<void> {
	await findToWrite(act, pathwayId, 'pathway.outcome-checked');
	const entered = await act.tx
		.selectFrom('outcome')
		.select('enteredOn')
		.where('id', '=', outcomeId)
		.where('pathwayId', '=', pathwayId)
		.executeTakeFirst();
	if (!entered) throw new Refusal(404, 'problem.nothing-here');
	if (onDay < entered.enteredOn) throw new Refusal(422, 'landmarks.check-before');
	const { numInsertedOrUpdatedRows } = await act.tx
		.insertInto('outcomeCheck')
		.values({
			...{ id, outcomeId, pathwayId, onDay, still },
			...{ organisationId: organisationOf(act.actor), notedAt: act.at },
		})
		.onConflict((already) => already.doNothing())
		.executeTakeFirst();
	if (numInsertedOrUpdatedRows) await record(act, 'pathway.outcome-checked', pathwayId, {});
}
