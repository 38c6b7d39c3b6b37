import type * as z from 'zod';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { findToWrite } from '../../server/written.ts';
import type { SettledEnding } from '../landmark.ts';

/**
 * Says that what was ending is renewed, or no longer needed: it alerts no more.
 * @throws NotYours 404 where the actor may not write, Refusal 409 when it was changed meanwhile
 */
export async function settleEnding(
	act: Act,
	pathwayId: string,
	{ ending, version }: z.output<typeof SettledEnding>,
): Promise<void> {
	await findToWrite(act, pathwayId, 'pathway.ending-settled');
	const { numUpdatedRows } = await act.tx
		.updateTable('ending')
		.set({ settledAt: act.at, version: version + 1 })
		.where('id', '=', ending)
		.where('pathwayId', '=', pathwayId)
		.where('version', '=', version)
		.where('settledAt', 'is', null)
		.executeTakeFirst();
	if (!numUpdatedRows) throw new Refusal(409, 'landmarks.changed');
	await record(act, 'pathway.ending-settled', pathwayId, {});
}
