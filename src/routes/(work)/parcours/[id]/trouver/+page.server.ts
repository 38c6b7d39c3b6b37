import { type Actions, fail, type RequestEvent, redirect } from '@sveltejs/kit';
import { answerForm } from '#lib/access/form-answer.ts';
import { liveIndex } from '#lib/directory/search/server/live-index.ts';
import { fieldsOf, formErrors, parseForm } from '#lib/form.ts';
import { openMatchPage } from '#lib/pathway/matching/server/match-page.ts';
import { MatchAsked, matchServices } from '#lib/pathway/matching/server/match-services.ts';
import { sayNeedUnmet, UnmetNeed } from '#lib/pathway/matching/server/unmet-needs.ts';
import { sectionDone } from '#lib/pathway/section-done.ts';
import { uuidOf } from '#lib/pathway/uuid.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals, params }) =>
	locals.act((act) => openMatchPage(act, uuidOf(params.id)));

export const actions: Actions = {
	chercher: async (event) => {
		const data = await fieldsOf(event.request);
		const found = await search(event, data);
		return found.ok ? found : fail(found.status, found);
	},
	aucun: async (event) => {
		const data = await fieldsOf(event.request);
		const form = parseForm(data, UnmetNeed, ['audiences']);
		const id = uuidOf(event.params.id);
		const said = form.ok
			? await answerForm(typedIn(data), () => event.locals.act((act) => sayNeedUnmet(act, id, form.value)))
			: { ...form, status: 422 as const };
		if (said.ok) redirect(303, sectionDone(`/parcours/${id}/trouver`, 'besoin'));
		const again = await search(event, data);
		return fail(said.status, { ...again, ...said });
	},
};

/** The answer to a form, never an address: nothing about her stays in a history or a log. */
async function search({ locals, params }: RequestEvent, data: FormData) {
	const form = parseForm(data, MatchAsked, ['audiences']);
	if (!form.ok) return { ...form, found: null, status: 422 as const };
	const edition = await liveIndex().current();
	const lists = { audiences: form.value.audiences };
	const answer = await answerForm({ ...typedIn(data), ...lists }, () =>
		matchServices(locals.act, edition, uuidOf(params.id), form.value),
	);
	if (!answer.ok) return { ...answer, found: null };
	const { values } = formErrors({}, typedIn(data));
	return { ok: true as const, errors: {}, values, lists, found: answer.value };
}

const typedIn = (data: FormData): Record<string, string> =>
	Object.fromEntries([...data].filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
