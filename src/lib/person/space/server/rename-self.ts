import * as z from 'zod';
import { looksLikeNir } from '#lib/person/looks-like-nir.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';

export const OwnName = z.object({
	name: z
		.string()
		.trim()
		.min(1, 'own-space.name-missing')
		.max(80, 'own-space.name-missing')
		.refine((name) => !looksLikeNir(name), 'own-space.name-number'),
});

/** She calls herself as she likes: a first name or an invented one. */
export async function renameSelf(
	act: Act,
	personId: string,
	{ name }: z.output<typeof OwnName>,
): Promise<void> {
	await act.tx
		.updateTable('person')
		.set(({ eb }) => ({ name, version: eb('version', '+', 1) }))
		.where('id', '=', personId)
		.execute();
	await record(act, 'person.renamed', personId, {});
}
