import { type Actions, fail, redirect } from '@sveltejs/kit';
import { answerForm } from '#lib/access/form-answer.ts';
import { keepSession } from '#lib/access/server/cookie.ts';
import { homeAfter } from '#lib/access/server/home-after.ts';
import { signInWithLink } from '#lib/access/server/sign-in-with-link.ts';
import { visitorOf } from '#lib/access/server/visitor-of.ts';

/** Opening the page uses nothing up: mail scanners open links too. The button does. */
export const actions: Actions = {
	default: async (event) => {
		const { token = '' } = event.params;
		const done = await answerForm({}, () => signInWithLink(event.locals.door, token, visitorOf(event)));
		if (!done.ok) return fail(done.status, done);
		keepSession(event, done.value);
		redirect(303, done.value.complete ? await homeAfter(event.locals.door, done.value) : '/connexion/code');
	},
};
