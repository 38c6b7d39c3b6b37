import { fail, redirect } from '@sveltejs/kit';
import { answerForm } from '#lib/access/form-answer.ts';
import { fieldsOf, parseForm } from '#lib/form.ts';
import { openSet, SetToOpen } from '#lib/territory/server/open-set.ts';
import type { Actions } from './$types.ts';

export const actions: Actions = {
	default: async ({ request, locals }) => {
		const data = await fieldsOf(request);
		const form = parseForm(data, SetToOpen);
		if (!form.ok) return fail(422, form);
		const done = await answerForm(Object.fromEntries(data), () =>
			locals.act((act) => openSet(act, form.value)),
		);
		if (!done.ok) return fail(done.status, done);
		redirect(303, `/territoires/${done.value.code}`);
	},
};
