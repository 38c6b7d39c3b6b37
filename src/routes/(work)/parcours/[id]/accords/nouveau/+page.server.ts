import { fail, redirect } from '@sveltejs/kit';
import { answerForm } from '#lib/access/form-answer.ts';
import { fieldsOf, formErrors, parseForm } from '#lib/form.ts';
import { readNewAgreement, whoseAgreements } from '#lib/pathway/server/agreements-page.ts';
import { agreementForm } from '#lib/person/agreement-form.ts';
import { agreementsDoneAt } from '#lib/person/agreements-done.ts';
import { checkAgreement } from '#lib/person/server/check-agreement.ts';
import { recordAgreement } from '#lib/person/server/record-agreement.ts';
import { searchRecipients } from '#lib/person/server/search-recipients.ts';
import { dateIn } from '#lib/time/zone.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.ts';

export const load: PageServerLoad = ({ locals, params }) =>
	locals.act((act) => readNewAgreement(act, params.id));

export const actions: Actions = {
	/** Looks for the organisation, or comes back from the check: nothing typed is lost. */
	chercher: async (event) => {
		const { values, lists } = await typed(event);
		return { ok: true as const, errors: {}, values, lists, places: await placesFor(event, values) };
	},
	verifier: async (event) => {
		const { data, values, lists } = await typed(event);
		const form = parseForm(data, schema(), ['domains']);
		const places = await placesFor(event, values);
		if (!form.ok) return fail(422, { ...form, places });
		const done = await answerForm({ ...values, ...lists }, () =>
			event.locals.act(async (act) => {
				const { personId } = await whoseAgreements(act, event.params.id);
				return checkAgreement(act, personId, form.value);
			}),
		);
		if (!done.ok) return fail(done.status, { ...done, errors: aboutOrganisation(done.errors), places });
		const check = { ...done.value, id: crypto.randomUUID(), until: form.value.until };
		return { ok: true as const, errors: {}, values, lists, places, check };
	},
	enregistrer: async (event) => {
		const { data, values, lists } = await typed(event);
		const form = parseForm(data, schema(), ['domains']);
		const places = await placesFor(event, values);
		if (!form.ok) return fail(422, { ...form, places });
		const done = await answerForm({ ...values, ...lists }, () =>
			event.locals.act(async (act) => {
				const { personId } = await whoseAgreements(act, event.params.id);
				return recordAgreement(act, personId, form.value);
			}),
		);
		if (!done.ok) return fail(done.status, { ...done, places });
		redirect(303, agreementsDoneAt(`/parcours/${event.params.id}/accords/${done.value}`, 'accord'));
	},
};

const schema = () => agreementForm(dateIn(new Date(), 'Europe/Paris'));

async function typed({ request }: RequestEvent) {
	const data = await fieldsOf(request);
	const lists = { domains: data.getAll('domains').map(String) };
	const { values } = formErrors({}, textsOf(data));
	return { data, lists, values };
}

const textsOf = (data: FormData): Record<string, string> =>
	Object.fromEntries(
		[...data].filter(([name]) => name !== 'domains').map(([name, text]) => [name, String(text)]),
	);

const placesFor = (
	{ locals }: RequestEvent,
	{ words = '', organisation = '' }: Readonly<Record<string, string>>,
) => locals.act((act) => searchRecipients(act, words, organisation));

/** What refuses the whole is, here, about the organisation. */
const aboutOrganisation = ({ form, ...others }: Readonly<Record<string, string>>): Record<string, string> =>
	form === undefined ? others : { ...others, organisation: form };
