import { type Actions, fail, type RequestEvent, redirect } from '@sveltejs/kit';
import { answerForm } from '#lib/access/form-answer.ts';
import type { Done } from '#lib/directory/duplicates/done.ts';
import { readMerge } from '#lib/directory/duplicates/read-merge.ts';
import { keepApart, proposeAgain } from '#lib/directory/duplicates/server/keep-apart.ts';
import { mergePair } from '#lib/directory/duplicates/server/merge-entries.ts';
import { pairPage } from '#lib/directory/duplicates/server/pair-page.ts';
import { undoMerge } from '#lib/directory/duplicates/server/undo-merge.ts';
import { showPair } from '#lib/directory/duplicates/shown-pair.ts';
import { fieldsOf } from '#lib/form.ts';
import type { Act } from '#lib/server/act.ts';
import type { PageServerLoad } from './$types.ts';

const list = '/annuaire/doublons';

export const load: PageServerLoad = ({ locals: { act }, params, url }) =>
	act(async (here) => ({
		...showPair(await pairPage(here, params.id)),
		done: url.searchParams.get('fait') ?? '',
	}));

export const actions: Actions = {
	fusionner: async ({ locals: { act }, params, request }) => {
		const data = await fieldsOf(request);
		const form = readMerge(data);
		if (!form.ok) return fail(422, form);
		const typed = { ...Object.fromEntries(data), services: form.value.services };
		const done = await answerForm(typed, () => act((here) => mergePair(here, params.id ?? '', form.value)));
		if (!done.ok) return fail(done.status, done);
		redirect(303, `${list}?fait=fusion&paire=${params.id}`);
	},
	separer: (event) => decide(event, keepApart, (id) => `${list}?fait=separees&paire=${id}`),
	annuler: (event) => decide(event, undoMerge, here('annulee')),
	revenir: (event) => decide(event, proposeAgain, here('revenue')),
};

const here = (done: Done) => (id: string) => `${list}/${id}?fait=${done}`;

async function decide(
	{ locals: { act }, params }: RequestEvent,
	command: (act: Act, id: string) => Promise<void>,
	next: (id: string) => string,
) {
	const id = params.id ?? '';
	const done = await answerForm({}, () => act((here) => command(here, id)));
	if (!done.ok) return fail(done.status, done);
	redirect(303, next(id));
}
