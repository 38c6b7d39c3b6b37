import { type Actions, fail, type RequestEvent, redirect } from '@sveltejs/kit';
import type * as z from 'zod';
import { answerForm } from '#lib/access/form-answer.ts';
import { fieldsOf, parseForm } from '#lib/form.ts';
import { EndedAppointment } from '#lib/pathway/appointments/appointment.ts';
import { endAppointment } from '#lib/pathway/appointments/server/change-appointment.ts';
import { newNote } from '#lib/pathway/notes/note.ts';
import { writeNote } from '#lib/pathway/notes/server/write-note.ts';
import { SaidForHer, sayWhetherItHelped } from '#lib/pathway/referrals/server/say-whether-it-helped.ts';
import { answerRelay, ReceiverAnswer } from '#lib/pathway/relays/server/answer-relay.ts';
import { moveStep } from '#lib/pathway/steps/server/move-step.ts';
import { Postponed, postponeStep } from '#lib/pathway/steps/server/postpone-step.ts';
import { NewStep, proposeStep } from '#lib/pathway/steps/server/propose-step.ts';
import { StepMove } from '#lib/pathway/steps/step-form.ts';
import { uuidOf } from '#lib/pathway/uuid.ts';
import { findAlertsDue } from '#lib/rupture/alerts/server/find-alerts.ts';
import { sayUseful, Usefulness } from '#lib/rupture/alerts/server/say-useful.ts';
import { Snoozing, snoozeAlert } from '#lib/rupture/alerts/server/snooze-alert.ts';
import { tellWhatWorked, Worked } from '#lib/rupture/alerts/server/tell-what-worked.ts';
import { type Done, doneAt, saidOf } from '#lib/rupture/today/said.ts';
import { openDay } from '#lib/rupture/today/server/day-page.ts';
import { Seen, setAside } from '#lib/rupture/today/server/set-aside.ts';
import type { Act } from '#lib/server/act.ts';
import { application } from '#lib/server/application.ts';
import { dayOf } from '#lib/time/days.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, url }) => ({
	...(await locals.act(openDay)),
	once: crypto.randomUUID(),
	said: saidOf(url.searchParams),
});

export const actions: Actions = {
	fait: (event) => work(event, 'fait', StepMove, on(moveStep)),
	reporter: (event) => work(event, 'date', Postponed, on(postponeStep)),
	prevoir: (event) => work(event, 'etape', NewStep, on(proposeStep)),
	echange: (event) => work(event, 'echange', newNote(dayOf(new Date())), on(writeNote)),
	'plus-tard': (event) => work(event, 'plus-tard', Snoozing, snoozeAlert),
	utile: (event) => work(event, 'utile', Usefulness, sayUseful),
	raconter: (event) => work(event, 'marche', Worked, tellWhatWorked),
	'rendez-vous': (event) =>
		work(event, 'rendez-vous', EndedAppointment, (act, typed, data) =>
			endAppointment(act, idIn(data, 'pathway'), idIn(data, 'appointment'), typed),
		),
	vu: (event) => work(event, 'vu', Seen, setAside),
	avis: (event) =>
		work(event, 'avis', SaidForHer, (act, { channel, ...said }, data) =>
			sayWhetherItHelped(act, idIn(data, 'referral'), said, channel),
		),
	relais: (event) => work(event, 'relais', ReceiverAnswer, answerRelay),
};

const idIn = (data: FormData, name: string): string => uuidOf(String(data.get(name) ?? ''));

/** A command on one pathway, which the form names. */
const on =
	<Typed>(command: (act: Act, pathwayId: string, typed: Typed) => Promise<unknown>) =>
	(act: Act, typed: Typed, data: FormData) =>
		command(act, idIn(data, 'pathway'), typed);

/**
 * Each form closes one line and comes back to the list, whose alerts have been looked at again meanwhile; a "no" comes
 * back to the very form, with what was typed.
 */
async function work<Schema extends z.ZodType>(
	{ request, locals }: RequestEvent,
	done: Done,
	schema: Schema,
	command: (act: Act, typed: z.output<Schema>, data: FormData) => Promise<unknown>,
) {
	const data = await fieldsOf(request);
	const typed = Object.fromEntries(data);
	const failed = String(data.get('form') ?? '');
	const form = parseForm(data, schema);
	if (!form.ok) return fail(422, { ...form, failed });
	const answer = await answerForm(typed, () => locals.act((act) => command(act, form.value, data)));
	if (!answer.ok) return fail(answer.status, { ...answer, failed });
	await findAlertsDue(application().db, () => new Date());
	redirect(303, doneAt(done));
}
