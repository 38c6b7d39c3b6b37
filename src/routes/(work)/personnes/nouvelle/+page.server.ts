import { type Actions, fail, redirect } from '@sveltejs/kit';
import { readForm } from '#lib/form.ts';
import { pathwayDoneAt } from '#lib/pathway/pathway-done.ts';
import { AskedPathway, askPathway } from '#lib/pathway/server/open-pathway.ts';

export const actions: Actions = {
	default: async ({ request, locals }) => {
		const form = await readForm(request, AskedPathway);
		if (!form.ok) return fail(422, form);
		const { name, words } = form.value;
		const { id, duplicates } = await locals.act((act) => askPathway(act, form.value));
		if (duplicates) return { errors: {}, values: { name, words: words ?? '' }, duplicates };
		redirect(303, pathwayDoneAt(`/parcours/${id}`, 'ouvert'));
	},
};
