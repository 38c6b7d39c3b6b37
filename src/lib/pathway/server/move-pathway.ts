import type { Updateable } from 'kysely';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import type { Tables } from '#lib/server/database.ts';
import type { FoundPathway } from './pathways.ts';

/** Changes a pathway that nobody moved since it was read. @throws Refusal 409 when somebody did */
export async function updatePathway(
	{ tx }: Act,
	{ id, version }: Pick<FoundPathway, 'id' | 'version'>,
	changes: Updateable<Tables['pathway']>,
): Promise<void> {
	const { numUpdatedRows } = await tx
		.updateTable('pathway')
		.set({ ...changes, version: version + 1 })
		.where('id', '=', id)
		.where('version', '=', version)
		.executeTakeFirst();
	if (numUpdatedRows === 0n) throw new Refusal(409, 'pathway.moved-meanwhile');
}

/** A pathway that is neither paused nor closed. */
export const neitherPausedNorClosed = {
	pauseReason: null,
	reviewOn: null,
	closedAt: null,
	closingReason: null,
	closingWords: null,
	noFurtherSupport: null,
	checkOn: null,
};
