import { fail, redirect } from '@sveltejs/kit';
import * as z from 'zod';
import { answerForm } from '#lib/access/form-answer.ts';
import { editingBlockedBy } from '#lib/directory/editing/policy.ts';
import { joinModel, leaveModel } from '#lib/directory/models/server/join-model.ts';
import { makeModel } from '#lib/directory/models/server/make-model.ts';
import { listModels, modelOf } from '#lib/directory/models/server/models.ts';
import { readForm } from '#lib/form.ts';
import { refuseIf } from '#lib/refusal.ts';
import { translate } from '#lib/texts/translator.ts';
import type { Actions, PageServerLoad } from './$types.ts';

const ModelToJoin = z.object({ model: z.uuid('models.choose-model') });

export const load: PageServerLoad = ({ locals, params }) =>
	locals.act(async (act) => {
		const service = await modelOf(act, params.id);
		refuseIf(editingBlockedBy(act.actor, service.organisationId));
		const models = await listModels(act);
		return {
			id: service.id,
			name: service.name,
			followed: models.find(({ id }) => id === service.modelId) ?? null,
			models: models.map(({ id, name, organisation }) => ({ value: id, label: `${name} (${organisation})` })),
		};
	});

export const actions: Actions = {
	faire: async ({ locals, params }) => {
		const done = await answerForm({}, () => locals.act((act) => makeModel(act, params.id)));
		if (!done.ok) return fail(done.status, done);
		redirect(303, `/annuaire/modeles/${done.value}`);
	},
	rattacher: async ({ request, locals, params }) => {
		const form = await readForm(request, ModelToJoin);
		if (!form.ok) return fail(422, form);
		const { model } = form.value;
		const done = await answerForm({ model }, () => locals.act((act) => joinModel(act, params.id, model)));
		if (!done.ok) return fail(done.status, done);
		redirect(303, `/annuaire/modeles/${model}`);
	},
	detacher: async ({ locals, params }) => {
		const done = await answerForm({}, () => locals.act((act) => leaveModel(act, params.id)));
		return done.ok ? { done: translate('models.left') } : fail(done.status, done);
	},
};
