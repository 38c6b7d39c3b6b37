import { fail, type RequestEvent, redirect } from '@sveltejs/kit';
import type * as z from 'zod';
import { answerForm } from '#lib/access/form-answer.ts';
import { fieldsOf, parseForm } from '#lib/form.ts';
import {
	type Landmark,
	newAttempt,
	newCheck,
	newEnding,
	newExit,
	newGuarantee,
	newOutcome,
	RelayedExit,
	Rhythm,
	SettledEnding,
	TiedEnding,
} from '#lib/pathway/landmarks/landmark.ts';
import { checkOutcome } from '#lib/pathway/landmarks/server/check-outcome.ts';
import { confirmExitRelay } from '#lib/pathway/landmarks/server/confirm-exit-relay.ts';
import { listLandmarks } from '#lib/pathway/landmarks/server/landmarks.ts';
import { noteAttempt } from '#lib/pathway/landmarks/server/note-attempt.ts';
import { noteEnding } from '#lib/pathway/landmarks/server/note-ending.ts';
import { noteExit } from '#lib/pathway/landmarks/server/note-exit.ts';
import { noteOutcome } from '#lib/pathway/landmarks/server/note-outcome.ts';
import { registerGuarantee } from '#lib/pathway/landmarks/server/register-guarantee.ts';
import { setRhythm } from '#lib/pathway/landmarks/server/set-rhythm.ts';
import { settleEnding } from '#lib/pathway/landmarks/server/settle-ending.ts';
import { tieEnding } from '#lib/pathway/landmarks/server/tie-ending.ts';
import { addForms, showLandmark } from '#lib/pathway/landmarks/shown-landmark.ts';
import { sectionDone } from '#lib/pathway/section-done.ts';
import { openSection } from '#lib/pathway/server/section.ts';
import { listSteps } from '#lib/pathway/steps/server/steps.ts';
import { isOpenStep, isStepState } from '#lib/pathway/steps/step.ts';
import type { Act } from '#lib/server/act.ts';
import { translate } from '#lib/texts/translator.ts';
import { dayOf } from '#lib/time/days.ts';
import type { Actions, PageServerLoad } from './$types.ts';

const groups = ['ending', 'exit', 'outcome', 'guarantee', 'attempt'] as const;

export const load: PageServerLoad = ({ locals, params }) =>
	locals.act(async (act) => {
		const { mayWrite } = await openSection(act, params.id, 'pathway');
		const today = dayOf(act.at);
		const all = await listLandmarks(act, params.id);
		return {
			...{ mayWrite, today, once: crypto.randomUUID(), forms: addForms() },
			groups: groups.map((what) => ({ what, list: shown(all, what, today) })),
			close: all.some(({ what, code }) => what === 'rhythm' && code === 'close'),
			steps: mayWrite ? await openSteps(act, params.id) : [],
		};
	});

const shown = (all: readonly Landmark[], kind: string, today: string) =>
	all.filter(({ what }) => what === kind).map((each) => showLandmark(each, today));

const openSteps = async (act: Act, pathwayId: string) => [
	{ value: '', label: translate('landmarks.choose') },
	...(await listSteps(act, pathwayId))
		.filter(({ state }) => isStepState(state) && isOpenStep(state))
		.map(({ id, words }) => ({ value: id, label: words.slice(0, 80) })),
];

export const actions: Actions = {
	fin: (event) => work(event, newEnding(today()), noteEnding),
	sortie: (event) => work(event, newExit(today()), noteExit),
	essai: (event) => work(event, newAttempt(today()), noteAttempt),
	nouvelle: (event) => work(event, newOutcome(today()), noteOutcome),
	garantie: (event) => work(event, newGuarantee(today()), registerGuarantee),
	rythme: (event) => work(event, Rhythm, setRhythm),
	lier: (event) => work(event, TiedEnding, tieEnding),
	regler: (event) => work(event, SettledEnding, settleEnding),
	relayer: (event) => work(event, RelayedExit, confirmExitRelay),
	prendre: (event) => work(event, newCheck(today()), checkOutcome),
};

const today = (): string => dayOf(new Date());

/** Each form says one thing of the pathway and comes back to the list; an error gives back what was typed. */
async function work<Schema extends z.ZodType>(
	{ request, params, locals }: RequestEvent,
	schema: Schema,
	command: (act: Act, pathwayId: string, typed: z.output<Schema>) => Promise<void>,
) {
	const data = await fieldsOf(request);
	const failed = String(data.get('form') ?? '');
	const form = parseForm(data, schema);
	if (!form.ok) return fail(422, { ...form, failed });
	const answer = await answerForm(Object.fromEntries(data), () =>
		locals.act((act) => command(act, params.id ?? '', form.value)),
	);
	if (!answer.ok) return fail(answer.status, { ...answer, failed });
	redirect(303, sectionDone(`/parcours/${params.id}/reperes`, 'repere'));
}
