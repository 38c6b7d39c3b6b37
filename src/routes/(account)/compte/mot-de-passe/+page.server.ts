import { type Actions, fail, redirect } from '@sveltejs/kit';
import { doneAt } from '#lib/access/done.ts';
import { answerForm } from '#lib/access/form-answer.ts';
import { accountSecrets } from '#lib/access/server/account-secrets.ts';
import { changePassword, PasswordChange } from '#lib/access/server/change-password.ts';
import { visitorOf } from '#lib/access/server/visitor-of.ts';
import { readForm } from '#lib/form.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals: { door, session } }) => {
	const { hasPassword } = await door((act) => accountSecrets(act, session!));
	return { hasPassword };
};

export const actions: Actions = {
	default: async (event) => {
		const form = await readForm(event.request, PasswordChange);
		if (!form.ok) return fail(422, form);
		const { locals } = event;
		const done = await answerForm({}, () =>
			changePassword(locals, locals.session!, form.value, visitorOf(event)),
		);
		if (!done.ok) return fail(done.status, done);
		redirect(303, doneAt('/compte', 'mot-de-passe'));
	},
};
