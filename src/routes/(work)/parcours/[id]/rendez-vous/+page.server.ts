import { fail, type RequestEvent, redirect } from '@sveltejs/kit';
import type * as z from 'zod';
import { answerForm } from '#lib/access/form-answer.ts';
import { fieldsOf, parseForm } from '#lib/form.ts';
import { EndedAppointment, movedAppointment, newAppointment } from '#lib/pathway/appointments/appointment.ts';
import { listAppointments } from '#lib/pathway/appointments/server/appointments.ts';
import { endAppointment, moveAppointment } from '#lib/pathway/appointments/server/change-appointment.ts';
import { planAppointment } from '#lib/pathway/appointments/server/plan-appointment.ts';
import { reminderTold } from '#lib/pathway/appointments/server/reminder-told.ts';
import { showAppointment } from '#lib/pathway/appointments/shown-appointment.ts';
import { sectionDone } from '#lib/pathway/section-done.ts';
import { openSection } from '#lib/pathway/server/section.ts';
import { listSteps } from '#lib/pathway/steps/server/steps.ts';
import { isOpenStep, isStepState } from '#lib/pathway/steps/step.ts';
import { uuidOf } from '#lib/pathway/uuid.ts';
import type { Act } from '#lib/server/act.ts';
import { application } from '#lib/server/application.ts';
import { translate } from '#lib/texts/translator.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals, params, url }) =>
	locals.act(async (act) => {
		const { mayWrite, pathway } = await openSection(act, params.id, 'pathway');
		const all = (await listAppointments(act, params.id)).map((each) => showAppointment(each, act.at));
		return {
			mayWrite,
			coming: all.filter(({ coming }) => coming),
			past: all.filter(({ coming }) => !coming).reverse(),
			focus: mayWrite ? url.searchParams.get('rdv') : null,
			once: crypto.randomUUID(),
			steps: await openSteps(act, params.id),
			reminder: await reminderTold(act, pathway.personId, application().sms !== null),
		};
	});

const openSteps = async (act: Act, pathwayId: string) => [
	{ value: '', label: translate('notes.step-none') },
	...(await listSteps(act, pathwayId))
		.filter(({ state }) => isStepState(state) && isOpenStep(state))
		.map(({ id, words }) => ({ value: id, label: words.slice(0, 80) })),
];

export const actions: Actions = {
	prevoir: (event) =>
		work(event, newAppointment(new Date()), 'prevu', (act, _, typed) =>
			planAppointment(act, event.params.id ?? '', typed),
		),
	deplacer: (event) =>
		work(event, movedAppointment(new Date()), 'deplace', (act, appointment, typed) =>
			moveAppointment(act, event.params.id ?? '', uuidOf(appointment), typed),
		),
	dire: (event) =>
		work(event, EndedAppointment, 'dit', (act, appointment, typed) =>
			endAppointment(act, event.params.id ?? '', uuidOf(appointment), typed),
		),
};

/** Each form of this page does one thing and comes back to the list; an error gives back what was typed. */
async function work<Schema extends z.ZodType>(
	{ request, params, locals }: RequestEvent,
	schema: Schema,
	done: Parameters<typeof sectionDone>[1],
	command: (act: Act, appointment: string, typed: z.output<Schema>) => Promise<void>,
) {
	const data = await fieldsOf(request);
	const form = parseForm(data, schema);
	if (!form.ok) return fail(422, form);
	const appointment = String(data.get('appointment') ?? '');
	const answer = await answerForm(Object.fromEntries(data), () =>
		locals.act((act) => command(act, appointment, form.value)),
	);
	if (!answer.ok) return fail(answer.status, answer);
	redirect(303, sectionDone(`/parcours/${params.id}/rendez-vous`, done));
}
