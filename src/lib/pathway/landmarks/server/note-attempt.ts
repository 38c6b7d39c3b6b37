import type * as z from 'zod';
import { organisationOf } from '#lib/person/server/people.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { findToWrite } from '../../server/written.ts';
import type { newAttempt } from '../landmark.ts';

/**
 * Notes a try to reach her that reached nobody; sent twice, it is noted once. It says nothing of her.
 * @throws NotYours 404 where the actor may not write
 */
export async function noteAttempt(
	act: Act,
	pathwayId: string,
	{ once: id, channel, onDay }: z.output<ReturnType<typeof newAttempt>>,
): Promise<void> {
	await findToWrite(act, pathwayId, 'pathway.attempt-noted');
	const { numInsertedOrUpdatedRows } = await act.tx
		.insertInto('contactAttempt')
		.values({ id, pathwayId, channel, onDay, organisationId: organisationOf(act.actor), notedAt: act.at })
		.onConflict((already) => already.doNothing())
		.executeTakeFirst();
	if (numInsertedOrUpdatedRows) await record(act, 'pathway.attempt-noted', pathwayId, {});
}
