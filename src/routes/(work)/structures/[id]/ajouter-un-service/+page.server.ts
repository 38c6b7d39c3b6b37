import { fail, redirect } from '@sveltejs/kit';
import { readEntryForm } from '#lib/directory/editing/read-entry-form.ts';
import { addService } from '#lib/directory/editing/server/add-service.ts';
import { readTypedAddress } from '#lib/directory/editing/server/answer-entry-form.ts';
import { entryToEdit } from '#lib/directory/editing/server/entry-to-edit.ts';
import { showEntryForm } from '#lib/directory/editing/shown-entry-form.ts';
import { fieldsOf } from '#lib/form.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals: { act }, params }) => {
	const { id, name } = await act((here) => entryToEdit(here, 'organisation', params.id));
	return {
		id,
		name,
		sections: showEntryForm('service', {}, {}),
		address: { address: '', addressMore: '', postcode: '', communeName: '' },
	};
};

export const actions: Actions = {
	default: async ({ request, locals: { act }, params }) => {
		const data = await fieldsOf(request);
		const { typed, errors: wrong } = readEntryForm('service', data);
		const address = readTypedAddress(data);
		const errors = { ...address.errors, ...wrong };
		if (Object.keys(errors).length > 0)
			return fail(422, {
				errors,
				sections: showEntryForm('service', typed, errors),
				address: address.texts,
			});
		const organisationId = params.id;
		const id = await act((here) =>
			addService(here, { organisationId, fields: typed, ...(address.value && { address: address.value }) }),
		);
		redirect(303, `/services/${id}?fait=modifiee`);
	},
};
