import { type Actions, fail, type RequestEvent, redirect } from '@sveltejs/kit';
import type * as z from 'zod';
import { answerForm } from '#lib/access/form-answer.ts';
import { fieldsOf, parseForm } from '#lib/form.ts';
import { sectionDone } from '#lib/pathway/section-done.ts';
import { EndedGoal, endGoal, NewGoal, setGoal } from '#lib/pathway/steps/server/goals.ts';
import { moveStep } from '#lib/pathway/steps/server/move-step.ts';
import { NewStep, proposeStep } from '#lib/pathway/steps/server/propose-step.ts';
import { openStepsPage } from '#lib/pathway/steps/server/steps-page.ts';
import { TakenStep, takeStep } from '#lib/pathway/steps/server/take-step.ts';
import { StepMove } from '#lib/pathway/steps/step-form.ts';
import type { Act } from '#lib/server/act.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals, params, url }) =>
	locals.act((act) => openStepsPage(act, params.id, url.searchParams.get('etape')));

export const actions: Actions = {
	objectif: (event) => work(event, 'objectif', NewGoal, setGoal),
	finir: (event) => work(event, 'objectif-fini', EndedGoal, endGoal),
	proposer: (event) => work(event, 'etape', NewStep, proposeStep),
	avancer: (event) => work(event, 'avance', StepMove, moveStep),
	prendre: (event) => work(event, 'prise', TakenStep, takeStep),
};

/** Each form of this page does one thing and comes back to the list; a "no" gives back what was typed. */
async function work<Schema extends z.ZodType>(
	{ request, locals, params }: RequestEvent,
	done: Parameters<typeof sectionDone>[1],
	schema: Schema,
	command: (act: Act, id: string, typed: z.output<Schema>) => Promise<unknown>,
) {
	const data = await fieldsOf(request);
	const [id, form] = [params.id ?? '', parseForm(data, schema)];
	if (!form.ok) return fail(422, form);
	const answer = await answerForm(Object.fromEntries(data), () =>
		locals.act((act) => command(act, id, form.value)),
	);
	if (!answer.ok) return fail(answer.status, answer);
	redirect(303, sectionDone(`/parcours/${id}/etapes`, done));
}
