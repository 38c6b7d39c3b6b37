import { type Actions, fail, redirect } from '@sveltejs/kit';
import { answerForm } from '#lib/access/form-answer.ts';
import { localPath } from '#lib/access/local-path.ts';
import { keepSession } from '#lib/access/server/cookie.ts';
import { LinkRequest, sendSignInLink } from '#lib/access/server/send-sign-in-link.ts';
import { SignIn, signInWithPassword } from '#lib/access/server/sign-in-with-password.ts';
import { visitorOf } from '#lib/access/server/visitor-of.ts';
import { readForm } from '#lib/form.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ url }) => ({
	back: localPath(url.searchParams.get('retour'), '/compte'),
});

export const actions: Actions = {
	'mot-de-passe': async (event) => {
		const form = await readForm(event.request, SignIn);
		if (!form.ok) return fail(422, form);
		const done = await answerForm(form.value, () =>
			signInWithPassword(event.locals.door, form.value, visitorOf(event)),
		);
		if (!done.ok) return fail(done.status, done);
		keepSession(event, done.value);
		const back = localPath(event.url.searchParams.get('retour'), '/compte');
		redirect(303, done.value.complete ? back : `/connexion/code?retour=${encodeURIComponent(back)}`);
	},
	lien: async (event) => {
		const form = await readForm(event.request, LinkRequest);
		if (!form.ok) return fail(422, form);
		const done = await answerForm(form.value, () =>
			sendSignInLink(
				event.locals.door,
				{ ...form.value, purpose: 'sign-in' },
				event.locals.origin,
				visitorOf(event),
			),
		);
		if (!done.ok) return fail(done.status, done);
		redirect(303, '/connexion/lien?envoye');
	},
};
