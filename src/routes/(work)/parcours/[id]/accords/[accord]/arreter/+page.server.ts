import { fail, redirect } from '@sveltejs/kit';
import { answerForm } from '#lib/access/form-answer.ts';
import { readForm } from '#lib/form.ts';
import { readStopping, whoseAgreements } from '#lib/pathway/server/agreements-page.ts';
import { stopSharing, stopSharingPart } from '#lib/pathway/server/stop-sharing.ts';
import { agreementsDoneAt } from '#lib/person/agreements-done.ts';
import { Stopping, StoppingPart } from '#lib/person/server/stop-agreement.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals, params }) =>
	locals.act((act) => readStopping(act, params.id, params.accord));

export const actions: Actions = {
	tout: async ({ request, locals, params }) => {
		const form = await readForm(request, Stopping);
		if (!form.ok) return fail(422, form);
		const done = await answerForm({}, () =>
			locals.act(async (act) => {
				const { personId, leads } = await whoseAgreements(act, params.id);
				await stopSharing(act, personId, params.accord, form.value);
				return leads;
			}),
		);
		if (!done.ok) return fail(done.status, done);
		redirect(303, done.value ? agreementsDoneAt(`/parcours/${params.id}/accords`, 'arrete') : '/personnes');
	},
	partie: async ({ request, locals, params }) => {
		const form = await readForm(request, StoppingPart, ['without']);
		if (!form.ok) return fail(422, form);
		const done = await answerForm({ only: form.value.only, without: form.value.without }, () =>
			locals.act(async (act) => {
				const { personId } = await whoseAgreements(act, params.id);
				return stopSharingPart(act, personId, params.accord, form.value);
			}),
		);
		if (!done.ok) return fail(done.status, done);
		redirect(303, agreementsDoneAt(`/parcours/${params.id}/accords`, 'partie'));
	},
};
