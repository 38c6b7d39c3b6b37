import * as z from 'zod';
import { hashPassword, passwordMatches } from '#lib/access/server/password-hash.ts';
import { giveBack, withinLimit } from '#lib/access/server/within-limit.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Act, Work } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';

/** As an answer is compared: without accents, capitals nor spaces; people say it aloud. */
export const plainAnswer = (said: string): string =>
	said
		.normalize('NFKD')
		.replace(/[\p{M}\p{P}\s]/gu, '')
		.toLocaleLowerCase('fr');

export const ChosenFact = z.object({
	question: z
		.string()
		.trim()
		.min(5, 'own-space.fact-question-short')
		.max(120, 'own-space.fact-question-long'),
	answer: z
		.string()
		.max(120, 'own-space.fact-answer-long')
		.transform(plainAnswer)
		.refine((answer) => answer.length >= 3, 'own-space.fact-answer-short'),
});

/** She chooses the question that is asked when she comes back without her card; only she and her memory know the answer. */
export async function chooseFact(
	act: Act,
	personId: string,
	{ question, answer }: z.output<typeof ChosenFact>,
): Promise<void> {
	const chosen = { question, answerHash: await hashPassword(answer), chosenAt: act.at };
	await act.tx
		.insertInto('recoveryFact')
		.values({ personId, ...chosen })
		.onConflict((same) => same.column('personId').doUpdateSet(chosen))
		.execute();
	await record(act, 'person.fact-chosen', personId, {});
}

/** What she answered, said to a worker who may make her a card. @throws Refusal 422 when it is not that; 429 after three */
export async function checkFact(door: Work, personId: string, said: string): Promise<void> {
	const tries = await withinLimit(door, 'answer-fact', { account: personId });
	await door(async (act) => {
		const fact = await act.tx
			.selectFrom('recoveryFact')
			.select('answerHash')
			.where('personId', '=', personId)
			.executeTakeFirst();
		if (!(await passwordMatches(fact?.answerHash, plainAnswer(said))))
			throw new Refusal(422, 'own-space.fact-wrong');
		await giveBack(act, tries);
	});
}
