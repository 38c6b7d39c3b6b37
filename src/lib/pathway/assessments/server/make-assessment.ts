import * as z from 'zod';
import { pathwayToWrite, type Written } from '#lib/pathway/server/relation.ts';
import { nameOfActor } from '#lib/pathway/server/worker-name.ts';
import { insertGoal } from '#lib/pathway/steps/server/goals.ts';
import type { Domain } from '#lib/person/domain.ts';
import { looksLikeNir } from '#lib/person/looks-like-nir.ts';
import { organisationOf } from '#lib/person/server/people.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { addDays, dayOf } from '#lib/time/days.ts';
import { type Answer, manners, openDomains, readAnswers, voices } from '../assessment.ts';

export const AssessmentHead = z.object({
	answeredBy: z.enum(voices, 'assessment.voice-missing'),
	manner: z.enum(manners, 'assessment.manner-missing'),
	answeredOn: z.iso.date('assessment.date-missing'),
});
export type AssessmentHead = z.output<typeof AssessmentHead>;

/**
 * Keeps the answers of one voice, on one day; a domain ticked as her goal has a goal afterwards.
 * @param fields as a form names them: a domain, its `-goal` and its `-words`
 * @returns the assessment's id
 */
export async function makeAssessment(
	act: Act,
	pathwayId: string,
	head: AssessmentHead,
	fields: Readonly<Record<string, string | undefined>>,
): Promise<string> {
	const { answers } = await answersToKeep(act, pathwayId, head, fields);
	const id = crypto.randomUUID();
	await insertAssessment(act, { id, pathwayId }, head);
	await act.tx
		.insertInto('assessmentAnswer')
		.values(answers.map((answer) => ({ ...answer, assessmentId: id, pathwayId })))
		.execute();
	await record(act, 'assessment.made', pathwayId, { assessment: id, answeredBy: head.answeredBy });
	await setGoals(act, pathwayId, head, answers);
	return id;
}

async function answersToKeep(
	act: Act,
	pathwayId: string,
	head: AssessmentHead,
	fields: Parameters<typeof makeAssessment>[3],
): Promise<{ written: Written; answers: readonly Answer[] }> {
	const written = await pathwayToWrite(act, pathwayId);
	const answers = answersOf(fields, openDomains(written.relation.subjects));
	const today = dayOf(act.at);
	if (head.answeredOn > today || head.answeredOn < addDays(today, -366))
		throw new Refusal(422, 'assessment.date-far');
	return { written, answers };
}

/** What a form says of the domains asked. @throws Refusal 422 when it says nothing, too much, or a number of identity */
export function answersOf(
	fields: Parameters<typeof readAnswers>[0],
	asked: readonly Domain[],
): readonly Answer[] {
	const answers = readAnswers(fields, asked);
	if (answers.length === 0) throw new Refusal(422, 'assessment.empty');
	for (const { words } of answers) {
		if (words && words.length > 1000) throw new Refusal(422, 'assessment.words-long');
		if (words && looksLikeNir(words)) throw new Refusal(422, 'notes.nir');
	}
	return answers;
}

const insertAssessment = async (
	act: Act,
	{ id, pathwayId }: { id: string; pathwayId: string },
	head: AssessmentHead,
) =>
	act.tx
		.insertInto('assessment')
		.values({
			id,
			pathwayId,
			...head,
			organisationId: organisationOf(act.actor),
			hatId: act.actor.hat?.id ?? null,
			workerName: await nameOfActor(act),
			madeAt: act.at,
		})
		.execute();

/** A domain ticked as her goal joins the goal that is open there, or makes one with her words. */
export async function setGoals(
	act: Act,
	pathwayId: string,
	{ answeredBy, organisationId }: Pick<AssessmentHead, 'answeredBy'> & { readonly organisationId?: string },
	answers: readonly Answer[],
): Promise<void> {
	const rows = await act.tx
		.selectFrom('goal')
		.select('domain')
		.where('pathwayId', '=', pathwayId)
		.where('state', '=', 'open')
		.execute();
	for (const { domain, herGoal, words } of answers) {
		if (!herGoal || rows.some((goal) => goal.domain === domain)) continue;
		if (!words) throw new Refusal(422, 'assessment.goal-words-missing');
		await insertGoal(act, pathwayId, { domain, goal: words, saidBy: answeredBy }, organisationId);
	}
}
