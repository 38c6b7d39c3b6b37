import { fail, redirect } from '@sveltejs/kit';
import { answerForm } from '#lib/access/form-answer.ts';
import { removeSearch, SearchToChange, setAlert } from '#lib/directory/lists/server/change-search.ts';
import { listSavedSearches } from '#lib/directory/lists/server/saved-searches.ts';
import { showSavedSearch } from '#lib/directory/lists/shown-saved-search.ts';
import { readForm } from '#lib/form.ts';
import type { Act } from '#lib/server/act.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.ts';

export const load: PageServerLoad = async ({ locals, url }) => ({
	searches: (await locals.act(listSavedSearches)).map(showSavedSearch),
	saved: url.searchParams.get('fait') === 'gardee',
});

type Change = (act: Act, search: { id: string }) => Promise<void>;

const changing = (change: Change) => async (event: RequestEvent) => {
	const form = await readForm(event.request, SearchToChange);
	if (!form.ok) return fail(422, form);
	const done = await answerForm({}, () => event.locals.act((act) => change(act, form.value)));
	if (!done.ok) return fail(done.status, done);
	redirect(303, '/compte/recherches');
};

export const actions: Actions = {
	prevenir: changing((act, search) => setAlert(act, search, true)),
	'ne-plus-prevenir': changing((act, search) => setAlert(act, search, false)),
	retirer: changing(removeSearch),
};
