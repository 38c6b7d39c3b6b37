import * as z from 'zod';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { findDraft } from './drafts.ts';
import { mappingOf } from './run-draft.ts';

export const MappingToSave = z.object({
	name: z
		.string('importing.name-missing')
		.trim()
		.min(1, 'importing.name-missing')
		.max(200, 'importing.name-long'),
});

/**
 * Keeps the mapping of a draft for the next time, for every steward. One of the same name is replaced.
 * @throws Refusal 422 when it cannot be run
 */
export async function saveMapping(
	act: Act,
	draftId: string,
	{ name }: z.infer<typeof MappingToSave>,
): Promise<string> {
	const { tx, at, actor } = act;
	const draft = await findDraft(act, draftId);
	mappingOf(draft.mapping);
	const kept = {
		mapping: JSON.stringify({ ...Object(draft.mapping), name }),
		accountId: actor.accountId,
		updatedAt: at,
	};
	const known = await tx
		.updateTable('savedMapping')
		.set(kept)
		.where(({ fn, eb }) => eb(fn('lower', ['name']), '=', name.toLowerCase()))
		.where('removedAt', 'is', null)
		.returning('id')
		.executeTakeFirst();
	const { id } =
		known ??
		(await tx
			.insertInto('savedMapping')
			.values({ name, ...kept })
			.returning('id')
			.executeTakeFirstOrThrow());
	await record(act, 'mapping.saved', id, { name });
	return id;
}

export const MappingToRemove = z.object({ mapping: z.uuid('importing.no-mapping') });

/**
 * Removes a saved mapping, and stops what it made come back by itself.
 * @throws Refusal 404 when there is none
 */
export async function removeMapping(act: Act, { mapping }: z.infer<typeof MappingToRemove>): Promise<void> {
	const { tx, at } = act;
	const removed = await tx
		.updateTable('savedMapping')
		.set({ removedAt: at })
		.where('id', '=', mapping)
		.where('removedAt', 'is', null)
		.returning('id')
		.executeTakeFirst();
	if (!removed) throw new Refusal(404, 'importing.no-mapping');
	await tx
		.updateTable('scheduledImport')
		.set({ stoppedAt: at })
		.where('mappingId', '=', mapping)
		.where('stoppedAt', 'is', null)
		.execute();
	await record(act, 'mapping.removed', mapping, {});
}
