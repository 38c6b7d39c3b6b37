import { type Actions, fail, redirect } from '@sveltejs/kit';
import { answerForm } from '#lib/access/form-answer.ts';
import { readForm } from '#lib/form.ts';
import { draftReferral, NewReferral } from '#lib/pathway/referrals/server/draft-referral.ts';
import { readReferralForm } from '#lib/pathway/referrals/server/referral-form.ts';
import { uuidIn, uuidOf } from '#lib/pathway/uuid.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals, params, url }) =>
	locals.act(async (act) => {
		const words = url.searchParams.get('structure') ?? '';
		return {
			id: params.id,
			draftId: crypto.randomUUID(),
			words,
			...(await readReferralForm(act, uuidOf(params.id), {
				serviceId: uuidIn(url.searchParams.get('service')),
				parentId: uuidIn(url.searchParams.get('suite')),
				words,
			})),
		};
	});

export const actions: Actions = {
	default: async ({ request, locals, params }) => {
		const form = await readForm(request, NewReferral, ['organisationIds', 'fields']);
		if (!form.ok) return fail(422, form);
		const done = await answerForm(form.value, () =>
			locals.act((act) => draftReferral(act, uuidOf(params.id), form.value)),
		);
		if (!done.ok) return fail(done.status, done);
		redirect(303, `/orientations/${done.value}/envoyer`);
	},
};
