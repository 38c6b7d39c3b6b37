import { type Actions, fail, type RequestEvent, redirect } from '@sveltejs/kit';
import { answerForm } from '#lib/access/form-answer.ts';
import { localPath } from '#lib/access/local-path.ts';
import { askForLink } from '#lib/access/server/ask-for-link.ts';
import { keepSession } from '#lib/access/server/cookie.ts';
import { homeAfter } from '#lib/access/server/home-after.ts';
import { SignIn, signInWithPassword } from '#lib/access/server/sign-in-with-password.ts';
import { visitorOf } from '#lib/access/server/visitor-of.ts';
import { readForm } from '#lib/form.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ url }) => ({
	back: localPath(url.searchParams.get('retour'), ''),
});

export const actions = {
	'mot-de-passe': async (event: RequestEvent) => {
		const form = await readForm(event.request, SignIn);
		if (!form.ok) return fail(422, form);
		const done = await answerForm(form.value, () =>
			signInWithPassword(event.locals.door, form.value, visitorOf(event)),
		);
		if (!done.ok) return fail(done.status, done);
		keepSession(event, done.value);
		const asked = event.url.searchParams.get('retour');
		if (done.value.complete) redirect(303, await homeAfter(event.locals.door, done.value, asked));
		redirect(303, `/connexion/code?retour=${encodeURIComponent(localPath(asked, ''))}`);
	},
	lien: askForLink('sign-in'),
} satisfies Actions;
