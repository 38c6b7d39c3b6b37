import { fail, redirect } from '@sveltejs/kit';
import { answerEntryForm, writeDrawn } from '#lib/directory/editing/server/answer-entry-form.ts';
import { entryToEdit } from '#lib/directory/editing/server/entry-to-edit.ts';
import { showEntryForm } from '#lib/directory/editing/shown-entry-form.ts';
import { fieldsOf } from '#lib/form.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals: { act }, params }) => {
	const entry = await act((here) => entryToEdit(here, 'organisation', params.id));
	const { address, addressMore, postcode, communeName } = entry.address;
	return {
		id: entry.id,
		name: entry.name,
		confidential: entry.confidential,
		sections: showEntryForm('organisation', entry.values, {}),
		address: {
			address: address ?? '',
			addressMore: addressMore ?? '',
			postcode: postcode ?? '',
			communeName: communeName ?? '',
		},
		drawn: writeDrawn(entry),
	};
};

export const actions: Actions = {
	default: async ({ request, locals: { act }, params }) => {
		const data = await fieldsOf(request);
		const again = await act((here) => answerEntryForm(here, 'organisation', params.id, data));
		if (!again) redirect(303, `/structures/${params.id}?fait=modifiee`);
		const { values, ...rest } = again;
		return fail(422, { ...rest, sections: showEntryForm('organisation', values, again.errors) });
	},
};
