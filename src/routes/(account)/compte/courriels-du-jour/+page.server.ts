import { type Actions, fail, redirect } from '@sveltejs/kit';
import { doneAt } from '#lib/access/done.ts';
import { hatLabel } from '#lib/access/hat-label.ts';
import { readForm } from '#lib/form.ts';
import { ChosenDigest } from '#lib/rupture/digest/choice.ts';
import { chooseDigest, findChoice } from '#lib/rupture/digest/server/choices.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals: { session, act } }) => {
	const { email, hats, hat } = session!;
	const worn = hats.find(({ id }) => id === hat?.id);
	return { choice: await act(findChoice), email, hat: worn ? hatLabel(worn) : '' };
};

export const actions: Actions = {
	choisir: async ({ request, locals }) => {
		const form = await readForm(request, ChosenDigest);
		if (!form.ok) return fail(422, form);
		await locals.act((act) => chooseDigest(act, form.value));
		redirect(303, doneAt('/compte/courriels-du-jour', 'courriel-du-jour'));
	},
};
