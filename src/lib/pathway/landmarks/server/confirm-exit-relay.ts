import type * as z from 'zod';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { findToWrite } from '../../server/written.ts';
import type { RelayedExit } from '../landmark.ts';

/**
 * Confirms that somebody outside waits for her the day she leaves.
 * @throws NotYours 404 where the actor may not write, Refusal 409 when it was changed meanwhile
 */
export async function confirmExitRelay(
	act: Act,
	pathwayId: string,
	{ exit, version }: z.output<typeof RelayedExit>,
): Promise<void> {
	await findToWrite(act, pathwayId, 'pathway.exit-relayed');
	const { numUpdatedRows } = await act.tx
		.updateTable('institutionExit')
		.set({ relayedAt: act.at, version: version + 1 })
		.where('id', '=', exit)
		.where('pathwayId', '=', pathwayId)
		.where('version', '=', version)
		.where('relayedAt', 'is', null)
		.executeTakeFirst();
	if (!numUpdatedRows) throw new Refusal(409, 'landmarks.changed');
	await record(act, 'pathway.exit-relayed', pathwayId, {});
}
