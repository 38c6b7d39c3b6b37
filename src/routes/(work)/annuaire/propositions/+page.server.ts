import { type Actions, fail, redirect } from '@sveltejs/kit';
import * as z from 'zod';
import { answerForm } from '#lib/access/form-answer.ts';
import { isSteward } from '#lib/directory/upkeep/deciders.ts';
import { doneAt } from '#lib/directory/upkeep/done.ts';
import {
	Decision,
	decideCorrection,
	undoAcceptance,
} from '#lib/directory/upkeep/server/decide-correction.ts';
import { listDecided, listWaiting, waitingPageSize } from '#lib/directory/upkeep/server/propositions.ts';
import { showDecided, showWaiting } from '#lib/directory/upkeep/shown-waiting.ts';
import { readForm } from '#lib/form.ts';
import type { PageServerLoad } from './$types.ts';

const path = '/annuaire/propositions';
const Undo = z.object({ proposition: z.uuid('upkeep.proposition-unknown') });

export const load: PageServerLoad = ({ locals: { act, actor }, url }) => {
	const page = Math.max(1, Number(url.searchParams.get('page')) || 1);
	return act(async (here) => {
		const { entries, total } = await listWaiting(here, page);
		return {
			steward: isSteward(actor),
			page,
			pages: Math.ceil(total / waitingPageSize),
			total,
			entries: entries.map((entry) => showWaiting(entry, here.at)),
			decided: (await listDecided(here)).map(showDecided),
		};
	});
};

export const actions: Actions = {
	decider: async ({ request, locals }) => {
		const form = await readForm(request, Decision);
		if (!form.ok) return fail(422, form);
		const done = await answerForm(form.value, () => locals.act((act) => decideCorrection(act, form.value)));
		if (!done.ok) return fail(done.status, done);
		redirect(303, doneAt(path, form.value.decision === 'accepted' ? 'accepte' : 'refuse'));
	},
	annuler: async ({ request, locals }) => {
		const form = await readForm(request, Undo);
		if (!form.ok) return fail(422, form);
		const done = await answerForm({}, () => locals.act((act) => undoAcceptance(act, form.value.proposition)));
		if (!done.ok) return fail(done.status, done);
		redirect(303, doneAt(path, 'retire'));
	},
};
