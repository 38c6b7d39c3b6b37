import type * as z from 'zod';
import { organisationOf } from '#lib/person/server/people.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { findToWrite } from '../../server/written.ts';
import type { newOutcome } from '../landmark.ts';

/**
 * Notes what she entered, a job, a training, a home: news are taken after one month, three and six.
 * @throws NotYours 404 where the actor may not write
 */
export async function noteOutcome(
	act: Act,
	pathwayId: string,
	{ once: id, kind, enteredOn }: z.output<ReturnType<typeof newOutcome>>,
): Promise<void> {
	await findToWrite(act, pathwayId, 'pathway.outcome-noted');
	const { numInsertedOrUpdatedRows } = await act.tx
		.insertInto('outcome')
		.values({ id, pathwayId, kind, enteredOn, organisationId: organisationOf(act.actor), notedAt: act.at })
		.onConflict((already) => already.doNothing())
		.executeTakeFirst();
	if (numInsertedOrUpdatedRows) await record(act, 'pathway.outcome-noted', pathwayId, {});
}
