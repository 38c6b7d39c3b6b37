import * as z from 'zod';
import type { LedPathway } from '#lib/pathway/server/pathway-facts.ts';
import { relationTo } from '#lib/pathway/server/relation.ts';
import { mayTell } from '#lib/pathway/typed.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import type { TextKey } from '#lib/texts/catalogue.ts';
import { isTextKey } from '#lib/texts/translator.ts';
import { insertStep, NewStep } from './propose-step.ts';

/** The step that a form brings with a move, when there is none: it may be left empty. */
export const FirstStep = z.object({
	words: mayTell(500, 'steps.words-long'),
	owner: z.enum(['me', 'person'], 'steps.owner-missing').default('me'),
	dueOn: z.string().default(''),
});
type FirstStep = z.output<typeof FirstStep>;

/** Inserts the step that comes with the form, if its words were written. @returns whether an open step stands */
export async function bringFirstStep(
	act: Act,
	{ pathway, facts }: LedPathway,
	step: FirstStep,
): Promise<boolean> {
	if (!step.words) return facts.hasOpenStep;
	const read = NewStep.safeParse(step);
	if (!read.success) throw new Refusal(422, reasonOf(read.error));
	await insertStep(act, { pathway, relation: await relationTo(act, pathway) }, read.data);
	return true;
}

const reasonOf = ({ issues }: z.ZodError): TextKey => {
	const message = issues[0]?.message ?? '';
	return isTextKey(message) ? message : 'problem.field-invalid';
};
