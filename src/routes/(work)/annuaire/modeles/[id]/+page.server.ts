import { fail, redirect } from '@sveltejs/kit';
import { answerForm } from '#lib/access/form-answer.ts';
import { findHosts } from '#lib/directory/models/server/hosts.ts';
import { findModel } from '#lib/directory/models/server/models.ts';
import { NewBranch, openBranch } from '#lib/directory/models/server/open-branch.ts';
import { removeModel } from '#lib/directory/models/server/remove-model.ts';
import { adoptForModel, followModel, Settling } from '#lib/directory/models/server/settle-difference.ts';
import { showModel } from '#lib/directory/models/shown-model.ts';
import { decidesFor } from '#lib/directory/upkeep/deciders.ts';
import { readForm } from '#lib/form.ts';
import { translate } from '#lib/texts/translator.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals, params, url }) => {
	const words = (url.searchParams.get('structure') ?? '').slice(0, 100);
	return locals.act(async (act) => ({
		model: showModel(await findModel(act, params.id), (organisation) => decidesFor(act.actor, organisation)),
		words,
		hosts: await findHosts(act, words),
	}));
};

export const actions: Actions = {
	reprendre: async ({ request, locals, params }) => {
		const form = await readForm(request, Settling);
		if (!form.ok) return fail(422, form);
		const done = await answerForm({}, () => locals.act((act) => followModel(act, params.id, form.value)));
		return done.ok ? { done: translate('models.followed') } : fail(done.status, done);
	},
	adopter: async ({ request, locals, params }) => {
		const form = await readForm(request, Settling);
		if (!form.ok) return fail(422, form);
		const done = await answerForm({}, () => locals.act((act) => adoptForModel(act, params.id, form.value)));
		return done.ok ? { done: translate('models.adopted', { count: done.value }) } : fail(done.status, done);
	},
	ouvrir: async ({ request, locals, params }) => {
		const form = await readForm(request, NewBranch);
		if (!form.ok) return fail(422, form);
		const done = await answerForm({}, () => locals.act((act) => openBranch(act, params.id, form.value)));
		if (!done.ok) return fail(done.status, done);
		redirect(303, `/services/${done.value}/modifier`);
	},
	retirer: async ({ locals, params }) => {
		await locals.act((act) => removeModel(act, params.id));
		redirect(303, '/annuaire/modeles?fait=retire');
	},
};
