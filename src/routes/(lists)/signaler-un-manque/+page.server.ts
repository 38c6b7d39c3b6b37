import { fail, redirect } from '@sveltejs/kit';
import { answerForm } from '#lib/access/form-answer.ts';
import { visitorOf } from '#lib/access/server/visitor-of.ts';
import { gapLists, NewGap } from '#lib/directory/lists/gap.ts';
import { gapForm } from '#lib/directory/lists/server/gap-form.ts';
import { reportGap } from '#lib/directory/lists/server/report-gap.ts';
import { readForm } from '#lib/form.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, url }) => ({
	gap: await gapForm(locals.act, url.searchParams),
	sent: url.searchParams.has('envoye'),
	back: `/trouver${url.search}`,
});

export const actions: Actions = {
	default: async (event) => {
		const form = await readForm(event.request, NewGap, gapLists);
		if (!form.ok) return fail(422, form);
		const done = await answerForm(form.value, () => reportGap(event.locals, form.value, visitorOf(event)));
		if (!done.ok) return fail(done.status, done);
		redirect(303, '/signaler-un-manque?envoye');
	},
};
