import { fail, redirect } from '@sveltejs/kit';
import { answerForm } from '#lib/access/form-answer.ts';
import { fieldsOf, parseForm } from '#lib/form.ts';
import { giveUpSituations } from '#lib/pathway/situations/server/begin-situations.ts';
import { Confirmation, confirmSituations } from '#lib/pathway/situations/server/confirm-situations.ts';
import { giveColumns } from '#lib/pathway/situations/server/give-columns.ts';
import { situationsPage } from '#lib/pathway/situations/server/situations-page.ts';
import { undoSituations } from '#lib/pathway/situations/server/undo-situations.ts';
import { uuidOf } from '#lib/pathway/uuid.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals, params, url }) =>
	locals.act((act) =>
		situationsPage(act, locals.safe, params.id, { columns: url.searchParams.has('colonnes') }),
	);

const here = (id: string): string => `/personnes/importer/${id}`;

export const actions: Actions = {
	colonnes: async ({ request, locals, params }) => {
		const data = await fieldsOf(request);
		const done = await answerForm(Object.fromEntries(data), () =>
			locals.act((act) => giveColumns(act, locals.safe, params.id, data)),
		);
		if (!done.ok) return fail(done.status, { ...done, columns: true });
		redirect(303, here(params.id));
	},
	confirmer: async ({ request, locals, params }) => {
		const form = parseForm(await fieldsOf(request), Confirmation, ['anyway']);
		if (!form.ok) return fail(422, form);
		const done = await answerForm({}, () =>
			locals.act((act) => confirmSituations(act, locals.safe, params.id, form.value)),
		);
		if (!done.ok) return fail(done.status, done);
		redirect(303, here(params.id));
	},
	renoncer: async ({ locals, params }) => {
		await locals.act((act) => giveUpSituations(act, uuidOf(params.id)));
		redirect(303, '/personnes/importer');
	},
	annuler: async ({ locals, params }) => {
		const done = await answerForm({}, () => locals.act((act) => undoSituations(act, params.id)));
		if (!done.ok) return fail(done.status, done);
		redirect(303, here(params.id));
	},
};
