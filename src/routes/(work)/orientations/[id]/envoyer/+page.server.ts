import { type Actions, fail, redirect } from '@sveltejs/kit';
import { answerForm } from '#lib/access/form-answer.ts';
import { readForm } from '#lib/form.ts';
import { askPerson } from '#lib/pathway/referrals/server/ask-person.ts';
import { asSource } from '#lib/pathway/referrals/server/party.ts';
import { readReferralPage } from '#lib/pathway/referrals/server/referral-page.ts';
import { Sending, sendReferral } from '#lib/pathway/referrals/server/send-referral.ts';
import { StruckField, strikeField } from '#lib/pathway/referrals/server/strike-field.ts';
import { withdrawReferral } from '#lib/pathway/referrals/server/withdraw-referral.ts';
import { uuidOf } from '#lib/pathway/uuid.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, params }) => {
	const referral = await locals.act((act) => readReferralPage(act, uuidOf(params.id)));
	const waits = referral.side === 'source' && ['draft', 'awaiting-person'].includes(referral.state);
	if (!waits) redirect(303, `/orientations/${params.id}`);
	return { referral };
};

export const actions: Actions = {
	rayer: async ({ request, locals, params }) => {
		const form = await readForm(request, StruckField);
		if (!form.ok) return fail(422, form);
		const done = await answerForm({}, () =>
			locals.act((act) => strikeField(act, uuidOf(params.id), form.value.field)),
		);
		if (!done.ok) return fail(done.status, done);
		redirect(303, `/orientations/${params.id}/envoyer`);
	},
	envoyer: async ({ request, locals, params }) => {
		const form = await readForm(request, Sending);
		if (!form.ok) return fail(422, form);
		const typed = { ...form.value, version: undefined };
		const done = await answerForm(typed, () =>
			locals.act((act) => sendReferral(act, uuidOf(params.id), form.value)),
		);
		if (!done.ok) return fail(done.status, done);
		redirect(303, `/orientations/${params.id}/recu?fait=envoyee`);
	},
	demander: async ({ locals, params }) => {
		const done = await answerForm({}, () => locals.act((act) => askPerson(act, uuidOf(params.id))));
		if (!done.ok) return fail(done.status, done);
		redirect(303, `/orientations/${params.id}`);
	},
	abandonner: async ({ locals, params }) => {
		const done = await answerForm({}, () =>
			locals.act(async (act) =>
				withdrawReferral(act, await asSource(act), uuidOf(params.id), { words: null }),
			),
		);
		if (!done.ok) return fail(done.status, done);
		redirect(303, `/orientations/${params.id}`);
	},
};
