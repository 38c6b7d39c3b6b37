import { type Actions, fail } from '@sveltejs/kit';
import { answerForm } from '#lib/access/form-answer.ts';
import { readForm } from '#lib/form.ts';
import { guestOf } from '#lib/pathway/referrals/server/referral-links.ts';
import { Feedback } from '#lib/pathway/referrals/server/say-whether-it-helped.ts';
import { lookAtWhatToTell, tellByLink } from '#lib/pathway/referrals/server/tell-by-link.ts';
import { application } from '#lib/server/application.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ params }) => {
	const looked = await answerForm({}, () => lookAtWhatToTell(guestOf(application().db, params.token)));
	return looked.ok ? { gone: null, asked: looked.value } : { gone: looked.errors.form ?? '', asked: null };
};

export const actions: Actions = {
	default: async ({ request, params }) => {
		const form = await readForm(request, Feedback);
		if (!form.ok) return fail(422, form);
		const done = await answerForm(form.value, () =>
			tellByLink(guestOf(application().db, params.token ?? ''), form.value),
		);
		if (!done.ok) return fail(done.status, done);
		return { ok: true as const, errors: {}, values: {} };
	},
};
