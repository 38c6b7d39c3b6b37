import { fail, redirect } from '@sveltejs/kit';
import { answerForm } from '#lib/access/form-answer.ts';
import { readForm } from '#lib/form.ts';
import { readAgreements, whoseAgreements } from '#lib/pathway/server/agreements-page.ts';
import { stopSharingAll } from '#lib/pathway/server/stop-sharing.ts';
import { agreementsDoneAt } from '#lib/person/agreements-done.ts';
import { Stopping } from '#lib/person/server/stop-agreement.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals, params }) =>
	locals.act((act) => readAgreements(act, params.id));

export const actions: Actions = {
	'tout-arreter': async ({ request, locals, params }) => {
		const form = await readForm(request, Stopping);
		if (!form.ok) return fail(422, form);
		const done = await answerForm({}, () =>
			locals.act(async (act) => {
				const { personId, leads } = await whoseAgreements(act, params.id);
				await stopSharingAll(act, personId, form.value);
				return leads;
			}),
		);
		if (!done.ok) return fail(done.status, done);
		redirect(303, done.value ? agreementsDoneAt(`/parcours/${params.id}/accords`, 'arrete') : '/personnes');
	},
};
