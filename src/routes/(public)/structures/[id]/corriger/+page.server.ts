import { type Actions, fail, redirect } from '@sveltejs/kit';
import { visitorOf } from '#lib/access/server/visitor-of.ts';
import { correctionFields } from '#lib/directory/upkeep/correction-fields.ts';
import { doneAt } from '#lib/directory/upkeep/done.ts';
import { correctEntry, findCorrectable } from '#lib/directory/upkeep/server/correct-entry.ts';
import { fieldsOf } from '#lib/form.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals, params, url }) =>
	locals.act(async (act) => {
		const { id, name, shown } = await findCorrectable(act, 'organisation', params.id);
		return {
			id,
			name,
			entry: correctionFields('organisation', shown),
			letter: url.searchParams.get('lettre'),
			email: locals.session?.complete ? locals.session.email : null,
		};
	});

export const actions: Actions = {
	default: async (event) => {
		const id = event.params.id ?? '';
		const entry = { kind: 'organisation', id } as const;
		const done = await correctEntry(event.locals, await fieldsOf(event.request), entry, visitorOf(event));
		if (!done.ok) return fail('status' in done ? done.status : 422, done);
		redirect(303, doneAt(`/structures/${id}/corriger`, 'envoye'));
	},
};
