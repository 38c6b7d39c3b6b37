import * as z from 'zod';
import { nameOfActor } from '#lib/pathway/server/worker-name.ts';
import { findToWrite } from '#lib/pathway/server/written.ts';
import { told } from '#lib/pathway/typed.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';

export const AnsweredWord = z.object({
	word: z.uuid(),
	answer: told(1000, 'pathway.word-answer-missing', 'pathway.word-answer-long'),
});

/**
 * Answers what a person said from her space, once: she reads it there, with the name of who answers.
 * @throws NotYours 404, and keeps the try, where the actor may not write; Refusal 409 when a colleague answered first
 */
export async function answerWord(
	act: Act,
	pathwayId: string,
	{ word, answer }: z.output<typeof AnsweredWord>,
): Promise<void> {
	await findToWrite(act, pathwayId, 'pathway.answer-word');
	const { numUpdatedRows } = await act.tx
		.updateTable('ownWord')
		.set({ answer, answeredAt: act.at, answeredBy: await nameOfActor(act) })
		.where('id', '=', word)
		.where('pathwayId', '=', pathwayId)
		.where('answeredAt', 'is', null)
		.executeTakeFirst();
	if (numUpdatedRows !== 1n) throw new Refusal(409, 'pathway.word-answered-already');
	await record(act, 'pathway.word-answered', pathwayId, {});
}
