import { listChanges } from '#lib/directory/editing/server/history.ts';
import { showChange } from '#lib/directory/editing/shown-change.ts';
import { findOrganisation } from '#lib/directory/server/organisations.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals: { act }, params }) =>
	act(async (here) => {
		const { id, name, source } = await findOrganisation(here, params.id);
		return { id, name, source, changes: (await listChanges(here, id)).map(showChange) };
	});
