import { type Actions, fail, type RequestEvent, redirect } from '@sveltejs/kit';
import { answerForm } from '#lib/access/form-answer.ts';
import { visitorOf } from '#lib/access/server/visitor-of.ts';
import { alertPath } from '#lib/directory/lists/saved-search.ts';
import { confirmAlert, lookAtAlert, stopAlert } from '#lib/directory/lists/server/answer-alert.ts';
import { showSavedSearch } from '#lib/directory/lists/shown-saved-search.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async (event) => {
	const { token } = event.params;
	const stopped = event.url.searchParams.has('arretee');
	if (stopped) return { gone: null, search: null, stopped, confirmed: false };
	const read = await answerForm({}, () => lookAtAlert(event.locals.door, token, visitorOf(event)));
	if (!read.ok) return { gone: read.errors, search: null, stopped, confirmed: false };
	const confirmed = event.url.searchParams.has('confirmee');
	return { gone: null, search: showSavedSearch(read.value), stopped, confirmed };
};

const answering = (work: typeof confirmAlert, done: string) => async (event: RequestEvent) => {
	const token = event.params.token ?? '';
	const answered = await answerForm({}, () => work(event.locals.door, token, visitorOf(event)));
	if (!answered.ok) return fail(answered.status, answered);
	redirect(303, `${alertPath(token)}?${done}`);
};

export const actions: Actions = {
	confirmer: answering(confirmAlert, 'confirmee'),
	arreter: answering(stopAlert, 'arretee'),
};
