import { type Actions, fail, redirect } from '@sveltejs/kit';
import { answerForm } from '#lib/access/form-answer.ts';
import { fieldsOf, readForm } from '#lib/form.ts';
import { pathwayDoneAt } from '#lib/pathway/pathway-done.ts';
import { dropDraft } from '#lib/pathway/server/drafts.ts';
import { editSheet } from '#lib/pathway/server/edit-sheet.ts';
import { readSheet, sheetDraft } from '#lib/pathway/server/sheet.ts';
import { Sheet } from '#lib/pathway/sheet-form.ts';
import { showSheet } from '#lib/pathway/shown-sheet.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals, params }) =>
	locals.act(async (act) => showSheet(params.id, await readSheet(act, params.id)));

export const actions: Actions = {
	enregistrer: async ({ request, locals, params }) => {
		const id = params.id ?? '';
		const form = await readForm(request.clone(), Sheet);
		if (!form.ok) return fail(422, form);
		const typed = Object.fromEntries(await fieldsOf(request));
		const done = await answerForm(typed, () => locals.act((act) => editSheet(act, id, form.value)));
		if (!done.ok) return fail(done.status, done);
		redirect(303, pathwayDoneAt(`/parcours/${id}`, 'fiche'));
	},
	effacer: async ({ locals, params }) => {
		const id = params.id ?? '';
		await locals.act((act) => dropDraft(act, sheetDraft(id)));
		redirect(303, `/parcours/${id}/fiche`);
	},
};
