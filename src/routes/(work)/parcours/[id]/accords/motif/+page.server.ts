import { fail, redirect } from '@sveltejs/kit';
import { answerForm } from '#lib/access/form-answer.ts';
import { fieldsOf, formErrors, parseForm } from '#lib/form.ts';
import { readNewAgreement, whoseAgreements } from '#lib/pathway/server/agreements-page.ts';
import { agreementsDoneAt } from '#lib/person/agreements-done.ts';
import { NewGround, recordGround } from '#lib/person/server/legal-grounds.ts';
import { searchRecipients } from '#lib/person/server/search-recipients.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.ts';

export const load: PageServerLoad = async ({ locals, params }) => {
	await locals.act((act) => readNewAgreement(act, params.id));
};

export const actions: Actions = {
	chercher: async (event) => {
		const { values } = formErrors({}, textsOf(await fieldsOf(event.request)));
		return { ok: true as const, errors: {}, values, places: await placesFor(event, values) };
	},
	enregistrer: async (event) => {
		const data = await fieldsOf(event.request);
		const values = textsOf(data);
		const places = await placesFor(event, values);
		const form = parseForm(data, NewGround);
		if (!form.ok) return fail(422, { ...form, places });
		const done = await answerForm(values, () =>
			event.locals.act(async (act) => {
				const { personId } = await whoseAgreements(act, event.params.id);
				return recordGround(act, personId, form.value);
			}),
		);
		if (!done.ok) return fail(done.status, { ...done, places });
		redirect(303, agreementsDoneAt(`/parcours/${event.params.id}/accords`, 'motif'));
	},
};

const textsOf = (data: FormData): Record<string, string> =>
	Object.fromEntries([...data].map(([name, text]) => [name, String(text)]));

const placesFor = (
	{ locals }: RequestEvent,
	{ words = '', organisation = '' }: Readonly<Record<string, string>>,
) => locals.act((act) => searchRecipients(act, words, organisation));
