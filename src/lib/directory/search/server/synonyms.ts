import * as z from 'zod';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { stemsOf } from '../concepts.ts';

/** Every meaning of the list, by its first way of being said. */
export const listSynonyms = ({ tx }: Act): Promise<{ id: string; phrases: string[] }[]> =>
	tx.selectFrom('searchSynonym').select(['id', 'phrases']).orderBy('phrases').orderBy('id').execute();

const separator = /[,;\n]/;
const longest = 80;

export const SynonymToSave = z.object({
	/** Empty for a new meaning. */
	synonym: z.union([z.uuid('synonyms.none-such'), z.literal('')], 'synonyms.none-such'),
	phrases: z
		.string('synonyms.two-at-least')
		.transform((typed) => [
			...new Set(
				typed
					.split(separator)
					.map((phrase) => phrase.trim())
					.filter(Boolean),
			),
		])
		.refine((phrases) => phrases.length >= 2, 'synonyms.two-at-least')
		.refine((phrases) => phrases.length <= 30, 'synonyms.too-many')
		.refine((phrases) => phrases.every((phrase) => phrase.length <= longest), 'synonyms.too-long')
		.refine((phrases) => phrases.every((phrase) => stemsOf(phrase).length > 0), 'synonyms.says-nothing'),
});
export const SynonymToRemove = z.object({ synonym: z.uuid('synonyms.none-such') });

/**
 * Writes a meaning of the list, new or known; searches use it at once.
 * @throws Refusal 404 when somebody removed it meanwhile
 */
export async function saveSynonym(
	act: Act,
	{ synonym, phrases }: z.infer<typeof SynonymToSave>,
): Promise<void> {
	const values = { phrases, updatedAt: act.at };
	const saved = await (synonym === ''
		? act.tx.insertInto('searchSynonym').values(values).returning('id').executeTakeFirst()
		: act.tx
				.updateTable('searchSynonym')
				.set(values)
				.where('id', '=', synonym)
				.returning('id')
				.executeTakeFirst());
	if (!saved) throw new Refusal(404, 'synonyms.none-such');
	await record(act, 'directory.synonyms-changed', saved.id, {});
}

/**
 * Removes a meaning.
 * @throws Refusal 404 when somebody already did
 */
export async function removeSynonym(act: Act, { synonym }: z.infer<typeof SynonymToRemove>): Promise<void> {
	const removed = await act.tx
		.deleteFrom('searchSynonym')
		.where('id', '=', synonym)
		.returning('id')
		.executeTakeFirst();
	if (!removed) throw new Refusal(404, 'synonyms.none-such');
	await record(act, 'directory.synonyms-changed', synonym, {});
}
