import { type Actions, fail, redirect } from '@sveltejs/kit';
import { answerForm } from '#lib/access/form-answer.ts';
import { keepSession } from '#lib/access/server/cookie.ts';
import { lookAtLink } from '#lib/access/server/one-time-links.ts';
import { Recovery, recoverPassword } from '#lib/access/server/recover-password.ts';
import { visitorOf } from '#lib/access/server/visitor-of.ts';
import { readForm } from '#lib/form.ts';
import type { PageServerLoad } from './$types.ts';

/** Tells at once that a link is gone, before anybody thinks of a password. */
export const load: PageServerLoad = async (event) => {
	const { door } = event.locals;
	const link = await answerForm({}, () => lookAtLink(door, event.params.token, 'recovery', visitorOf(event)));
	return { gone: link.ok ? null : link.errors };
};

export const actions: Actions = {
	default: async (event) => {
		const form = await readForm(event.request, Recovery);
		if (!form.ok) return fail(422, form);
		const { token = '' } = event.params;
		const done = await answerForm({}, () =>
			recoverPassword(event.locals.door, token, form.value, visitorOf(event)),
		);
		if (!done.ok) return fail(done.status, done);
		keepSession(event, done.value);
		redirect(303, done.value.complete ? '/compte?fait=mot-de-passe' : '/connexion/code');
	},
};
