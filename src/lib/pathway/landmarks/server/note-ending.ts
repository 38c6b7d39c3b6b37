import type * as z from 'zod';
import { organisationOf } from '#lib/person/server/people.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { findToWrite } from '../../server/written.ts';
import type { newEnding } from '../landmark.ts';

/**
 * Notes that a right, a paper, a contract or a home ends; sent twice, it is noted once.
 * @throws NotYours 404 where the actor may not write
 */
export async function noteEnding(
	act: Act,
	pathwayId: string,
	{ once: id, kind, endsOn }: z.output<ReturnType<typeof newEnding>>,
): Promise<void> {
	await findToWrite(act, pathwayId, 'pathway.ending-noted');
	const { numInsertedOrUpdatedRows } = await act.tx
		.insertInto('ending')
		.values({ id, pathwayId, kind, endsOn, organisationId: organisationOf(act.actor), notedAt: act.at })
		.onConflict((already) => already.doNothing())
		.executeTakeFirst();
	if (numInsertedOrUpdatedRows) await record(act, 'pathway.ending-noted', pathwayId, {});
}
