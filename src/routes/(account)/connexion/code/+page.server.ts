import { type Actions, fail, redirect } from '@sveltejs/kit';
import { answerForm } from '#lib/access/form-answer.ts';
import { localPath } from '#lib/access/local-path.ts';
import { keepSession } from '#lib/access/server/cookie.ts';
import { GivenCode, giveSecondFactor } from '#lib/access/server/give-second-factor.ts';
import { homeAfter } from '#lib/access/server/home-after.ts';
import { visitorOf } from '#lib/access/server/visitor-of.ts';
import { readForm } from '#lib/form.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ url }) => ({
	back: localPath(url.searchParams.get('retour'), ''),
});

export const actions: Actions = {
	default: async (event) => {
		const form = await readForm(event.request, GivenCode);
		if (!form.ok) return fail(422, form);
		const { locals } = event;
		const done = await answerForm({}, () =>
			giveSecondFactor(locals, locals.session!, form.value, visitorOf(event)),
		);
		if (!done.ok) return fail(done.status, done);
		keepSession(event, done.value);
		redirect(303, await homeAfter(locals.door, done.value, event.url.searchParams.get('retour')));
	},
};
