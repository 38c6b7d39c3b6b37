import * as z from 'zod';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';

export const SentenceToWipe = z.object({ id: z.uuid('lists.gap-gone') });

/**
 * Wipes a sentence that names somebody, or should not stay; what is missing stays counted.
 * @throws Refusal 404 when there is none that the actor may wipe
 */
export async function wipeGapSentence(act: Act, { id }: z.infer<typeof SentenceToWipe>): Promise<void> {
	const { numUpdatedRows } = await act.tx
		.updateTable('gapReport')
		.set({ sentence: null })
		.where('id', '=', id)
		.where('sentence', 'is not', null)
		.executeTakeFirst();
	if (numUpdatedRows === 0n) throw new Refusal(404, 'lists.gap-gone');
	await record(act, 'gap.wiped', id, {});
}
