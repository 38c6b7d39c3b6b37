import { fail } from '@sveltejs/kit';
import { answerForm } from '#lib/access/form-answer.ts';
import {
	listSynonyms,
	removeSynonym,
	SynonymToRemove,
	SynonymToSave,
	saveSynonym,
} from '#lib/directory/search/server/synonyms.ts';
import { readForm } from '#lib/form.ts';
import { translate } from '#lib/texts/translator.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals }) => ({
	synonyms: (await locals.act(listSynonyms)).map(({ id, phrases }) => ({ id, phrases: phrases.join(', ') })),
});

export const actions: Actions = {
	garder: async ({ request, locals }) => {
		const form = await readForm(request, SynonymToSave);
		if (!form.ok) return fail(422, form);
		const { synonym, phrases } = form.value;
		const typed = { synonym, phrases: phrases.join(', ') };
		const done = await answerForm(typed, () => locals.act((act) => saveSynonym(act, form.value)));
		return done.ok ? { done: translate('synonyms.saved') } : fail(done.status, done);
	},
	retirer: async ({ request, locals }) => {
		const form = await readForm(request, SynonymToRemove);
		if (!form.ok) return fail(422, form);
		const done = await answerForm({}, () => locals.act((act) => removeSynonym(act, form.value)));
		return done.ok ? { done: translate('synonyms.saved') } : fail(done.status, done);
	},
};
