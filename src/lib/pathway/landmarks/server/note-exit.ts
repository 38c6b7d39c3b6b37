import type * as z from 'zod';
import { organisationOf } from '#lib/person/server/people.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { findToWrite } from '../../server/written.ts';
import type { newExit } from '../landmark.ts';

/**
 * Notes which day she leaves a hospital, a prison, child care or a shelter; sent twice, it is noted once.
 * @throws NotYours 404 where the actor may not write
 */
export async function noteExit(
	act: Act,
	pathwayId: string,
	{ once: id, kind, leavesOn }: z.output<ReturnType<typeof newExit>>,
): Promise<void> {
	await findToWrite(act, pathwayId, 'pathway.exit-noted');
	const { numInsertedOrUpdatedRows } = await act.tx
		.insertInto('institutionExit')
		.values({ id, pathwayId, kind, leavesOn, organisationId: organisationOf(act.actor), notedAt: act.at })
		.onConflict((already) => already.doNothing())
		.executeTakeFirst();
	if (numInsertedOrUpdatedRows) await record(act, 'pathway.exit-noted', pathwayId, {});
}
