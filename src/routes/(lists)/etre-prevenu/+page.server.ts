import { fail, redirect } from '@sveltejs/kit';
import { answerForm } from '#lib/access/form-answer.ts';
import { visitorOf } from '#lib/access/server/visitor-of.ts';
import { mostFollowed } from '#lib/directory/lists/saved-search.ts';
import { AlertRequest, askForAlert } from '#lib/directory/lists/server/ask-for-alert.ts';
import { keptSearch } from '#lib/directory/lists/server/kept-search.ts';
import { saveSearch } from '#lib/directory/lists/server/save-search.ts';
import { liveIndex } from '#lib/directory/search/server/live-index.ts';
import { readForm } from '#lib/form.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.ts';

const searched = async ({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>) =>
	keptSearch(locals.act, await liveIndex().current(), url.searchParams, new Date());

export const load: PageServerLoad = async (event) => {
	const { query, label, total } = await searched(event);
	return {
		label,
		total,
		tooWide: total > mostFollowed,
		query: query.slice(1),
		signedIn: event.locals.session?.complete === true,
		sent: event.url.searchParams.has('envoye'),
	};
};

export const actions: Actions = {
	courriel: async (event) => {
		const form = await readForm(event.request, AlertRequest);
		if (!form.ok) return fail(422, form);
		const search = await searched(event);
		const done = await answerForm(form.value, () =>
			askForAlert(event.locals.door, search, form.value, visitorOf(event)),
		);
		if (!done.ok) return fail(done.status, done);
		redirect(303, '/etre-prevenu?envoye');
	},
	garder: async (event) => {
		const alert = (await event.request.formData()).get('alert') === 'true';
		const search = await searched(event);
		const done = await answerForm({}, () => event.locals.act((act) => saveSearch(act, search, alert)));
		if (!done.ok) return fail(done.status, done);
		redirect(303, '/compte/recherches?fait=gardee');
	},
};
