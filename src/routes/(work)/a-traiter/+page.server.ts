import { type Actions, fail, redirect } from '@sveltejs/kit';
import { answerForm } from '#lib/access/form-answer.ts';
import { readForm } from '#lib/form.ts';
import { listReferrals } from '#lib/pathway/referrals/server/list-referrals.ts';
import { endPause, findPause, Pause, pauseReferrals } from '#lib/pathway/referrals/server/pause-referrals.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals, url }) =>
	locals.act(async (act) => {
		const ended = url.searchParams.get('voir') === 'terminees';
		return {
			at: act.at,
			ended,
			board: url.searchParams.get('en') !== 'liste',
			pause: await findPause(act),
			referrals: await listReferrals(act, 'received', !ended),
		};
	});

export const actions: Actions = {
	suspendre: async ({ request, locals }) => {
		const form = await readForm(request, Pause);
		if (!form.ok) return fail(422, form);
		const done = await answerForm(form.value, () => locals.act((act) => pauseReferrals(act, form.value)));
		if (!done.ok) return fail(done.status, done);
		redirect(303, '/a-traiter');
	},
	reprendre: async ({ locals }) => {
		await locals.act(endPause);
		redirect(303, '/a-traiter');
	},
};
