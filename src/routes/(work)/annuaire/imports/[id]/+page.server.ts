import { fail, redirect } from '@sveltejs/kit';
import { answerForm } from '#lib/access/form-answer.ts';
import { countPairsOfRun } from '#lib/directory/duplicates/server/list-pairs.ts';
import { sayPairsOfRun } from '#lib/directory/duplicates/shown-pair.ts';
import { findDraft } from '#lib/directory/importing/server/drafts.ts';
import { lookAtDraft } from '#lib/directory/importing/server/look-at-draft.ts';
import { reopenDraft } from '#lib/directory/importing/server/reopen-draft.ts';
import { startDraft } from '#lib/directory/importing/server/run-draft.ts';
import { saveDraftMapping } from '#lib/directory/importing/server/save-draft-mapping.ts';
import { MappingToSave, saveMapping } from '#lib/directory/importing/server/save-mapping.ts';
import { showDraft } from '#lib/directory/importing/shown-draft.ts';
import { fieldsOf, readForm } from '#lib/form.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ params, locals: { act } }) => {
	const draft = await act((here) => findDraft(here, params.id));
	const look = draft.state === 'open' ? await lookAtDraft(act, draft, new Date()) : null;
	const run = draft.importRun;
	const pairs = run ? await act((here) => countPairsOfRun(here, run)) : 0;
	return { ...showDraft(draft, look), run, duplicates: sayPairsOfRun(pairs) };
};

export const actions: Actions = {
	voir: async ({ params, request, locals: { act } }) => {
		const data = await fieldsOf(request);
		await act((here) => saveDraftMapping(here, params.id, data));
		redirect(303, `/annuaire/imports/${params.id}#resultat`);
	},
	ecrire: async ({ params, request, locals: { act } }) => {
		const data = await fieldsOf(request);
		const expert = String(data.get('expert') ?? '');
		const done = await answerForm({ expert }, () => act((here) => saveDraftMapping(here, params.id, data)));
		if (!done.ok) return fail(done.status, done);
		redirect(303, `/annuaire/imports/${params.id}#resultat`);
	},
	importer: async ({ params, request, locals: { act } }) => {
		const data = await fieldsOf(request);
		const done = await answerForm({}, () =>
			act(async (here) => {
				await saveDraftMapping(here, params.id, data);
				await startDraft(here, params.id);
			}),
		);
		if (!done.ok) return fail(done.status, done);
		redirect(303, `/annuaire/imports/${params.id}`);
	},
	revenir: async ({ params, locals: { act } }) => {
		await act((here) => reopenDraft(here, params.id));
		redirect(303, `/annuaire/imports/${params.id}`);
	},
	garder: async ({ params, request, locals: { act } }) => {
		const form = await readForm(request, MappingToSave);
		if (!form.ok) return fail(422, form);
		const done = await answerForm(form.value, () => act((here) => saveMapping(here, params.id, form.value)));
		if (!done.ok) return fail(done.status, done);
		return { saved: true };
	},
};
