import { fail, redirect } from '@sveltejs/kit';
import type * as z from 'zod';
import { answerForm } from '#lib/access/form-answer.ts';
import { readForm } from '#lib/form.ts';
import { readEmergencyPage, whoseEmergencies } from '#lib/pathway/server/emergency-page.ts';
import { agreementsDoneAt } from '#lib/person/agreements-done.ts';
import {
	Delayed,
	delayTelling,
	Reviewed,
	reviewEmergency,
	Told,
	tellOfEmergency,
} from '#lib/person/server/follow-emergency.ts';
import { NewEmergency, openEmergency } from '#lib/person/server/open-emergency.ts';
import type { Act } from '#lib/server/act.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.ts';

/** Forms that post: see (public)/+layout.ts. */
export const csr = false;

export const load: PageServerLoad = ({ locals, params }) =>
	locals.act((act) => readEmergencyPage(act, params.id));

export const actions: Actions = {
	ouvrir: (event) =>
		work(event, NewEmergency, 'ouvert', (act, form) => openEmergency(act, event.params.id, form)),
	prevenir: (event) =>
		work(event, Told, 'prevenue', async (act, form) =>
			tellOfEmergency(act, (await whoseEmergencies(act, event.params.id)).personId, form),
		),
	attendre: (event) =>
		work(event, Delayed, 'attente', async (act, form) =>
			delayTelling(act, (await whoseEmergencies(act, event.params.id)).personId, form),
		),
	juger: (event) =>
		work(event, Reviewed, 'avis', async (act, form) =>
			reviewEmergency(act, (await whoseEmergencies(act, event.params.id)).personId, form),
		),
};

/** Each form does one thing and comes back to the page. */
async function work<Schema extends z.ZodType<object>>(
	{ request, params, locals }: RequestEvent,
	schema: Schema,
	done: Parameters<typeof agreementsDoneAt>[1],
	command: (act: Act, form: z.output<Schema>) => Promise<void>,
) {
	const form = await readForm(request, schema);
	if (!form.ok) return fail(422, form);
	const typed = Object.fromEntries(Object.entries(form.value));
	const answer = await answerForm(typed, () => locals.act((act) => command(act, form.value)));
	if (!answer.ok) return fail(answer.status, answer);
	redirect(303, agreementsDoneAt(`/parcours/${params.id}/urgence`, done));
}
