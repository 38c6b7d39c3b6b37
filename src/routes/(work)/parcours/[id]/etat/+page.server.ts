import { type Actions, fail, type RequestEvent, redirect } from '@sveltejs/kit';
import type * as z from 'zod';
import { answerForm } from '#lib/access/form-answer.ts';
import { fieldsOf, readForm } from '#lib/form.ts';
import { pathwayDoneAt } from '#lib/pathway/pathway-done.ts';
import { activatePathway } from '#lib/pathway/server/activate-pathway.ts';
import { Closing, closePathway } from '#lib/pathway/server/close-pathway.ts';
import { Pause, pausePathway } from '#lib/pathway/server/pause-pathway.ts';
import { readMoves } from '#lib/pathway/server/read-moves.ts';
import { reopenPathway } from '#lib/pathway/server/reopen-pathway.ts';
import { resumePathway } from '#lib/pathway/server/resume-pathway.ts';
import { FirstStep } from '#lib/pathway/steps/server/first-step.ts';
import type { Act } from '#lib/server/act.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals, params }) => locals.act((act) => readMoves(act, params.id));

export const actions: Actions = {
	'mettre-en-route': (event) => move(event, FirstStep, 'mis-en-route', activatePathway),
	pause: (event) => move(event, Pause, 'pause', pausePathway),
	reprendre: (event) => move(event, FirstStep, 'repris', resumePathway),
	rouvrir: (event) => move(event, FirstStep, 'rouvert', reopenPathway),
	clore: (event) => move(event, Closing, 'clos', closePathway),
};

/** Each form makes one move, and comes back to the summary. */
async function move<Schema extends z.ZodType>(
	{ request, params, locals }: RequestEvent,
	schema: Schema,
	done: Parameters<typeof pathwayDoneAt>[1],
	command: (act: Act, id: string, typed: z.output<Schema>) => Promise<void>,
) {
	const form = await readForm(request.clone(), schema);
	if (!form.ok) return fail(422, form);
	const id = params.id ?? '';
	const typed = Object.fromEntries(await fieldsOf(request));
	const answer = await answerForm(typed, () => locals.act((act) => command(act, id, form.value)));
	if (!answer.ok) return fail(answer.status, answer);
	redirect(303, pathwayDoneAt(`/parcours/${id}`, done));
}
