import { type Actions, fail, redirect } from '@sveltejs/kit';
import { answerForm } from '#lib/access/form-answer.ts';
import { LinkRequest, sendSignInLink } from '#lib/access/server/send-sign-in-link.ts';
import { visitorOf } from '#lib/access/server/visitor-of.ts';
import { readForm } from '#lib/form.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ url }) => ({ sent: url.searchParams.has('envoye') });

export const actions: Actions = {
	default: async (event) => {
		const form = await readForm(event.request, LinkRequest);
		if (!form.ok) return fail(422, form);
		const { door, origin } = event.locals;
		const done = await answerForm(form.value, () =>
			sendSignInLink(door, { ...form.value, purpose: 'recovery' }, origin, visitorOf(event)),
		);
		if (!done.ok) return fail(done.status, done);
		redirect(303, '/connexion/oubli?envoye');
	},
};
