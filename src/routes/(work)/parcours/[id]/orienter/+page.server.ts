import { type Actions, fail, redirect } from '@sveltejs/kit';
import { answerForm } from '#lib/access/form-answer.ts';
import { readForm } from '#lib/form.ts';
import { draftReferral, NewReferral } from '#lib/pathway/referrals/server/draft-referral.ts';
import { askedBefore, referralDraft } from '#lib/pathway/referrals/server/referral-draft.ts';
import { readReferralForm } from '#lib/pathway/referrals/server/referral-form.ts';
import { dropDraft } from '#lib/pathway/server/drafts.ts';
import { uuidIn, uuidOf } from '#lib/pathway/uuid.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals, params, url }) =>
	locals.act(async (act) => {
		const words = url.searchParams.get('structure') ?? '';
		return {
			id: params.id,
			draftId: crypto.randomUUID(),
			words,
			/** What the page was asked, that its form keeps. */
			asked: keptQuery(url.searchParams),
			draft: await askedBefore(act, uuidOf(params.id)),
			...(await readReferralForm(act, uuidOf(params.id), {
				serviceId: uuidIn(url.searchParams.get('service')),
				parentId: uuidIn(url.searchParams.get('suite')),
				words,
			})),
		};
	});

export const actions: Actions = {
	preparer: async ({ request, locals, params }) => {
		const form = await readForm(request, NewReferral, ['organisationIds', 'fields']);
		if (!form.ok) return fail(422, form);
		const done = await answerForm(form.value, () =>
			locals.act((act) => draftReferral(act, uuidOf(params.id), form.value)),
		);
		if (!done.ok) return fail(done.status, done);
		redirect(303, `/orientations/${done.value}/envoyer`);
	},
	effacer: async ({ locals, params }) => {
		await locals.act((act) => dropDraft(act, referralDraft(uuidOf(params.id))));
		redirect(303, `/parcours/${params.id}/orienter`);
	},
};

/** Which service, after which referral, among which structures. */
function keptQuery(search: URLSearchParams): string {
	const kept = new URLSearchParams();
	for (const name of ['service', 'suite', 'structure']) {
		const text = search.get(name);
		if (text) kept.set(name, text);
	}
	return kept.toString();
}
