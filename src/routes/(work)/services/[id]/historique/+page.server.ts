import { listChanges } from '#lib/directory/editing/server/history.ts';
import { showChange } from '#lib/directory/editing/shown-change.ts';
import { findService } from '#lib/directory/server/services.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals: { act }, params }) =>
	act(async (here) => {
		const { id, name, source } = await findService(here, params.id);
		return { id, name, source, changes: (await listChanges(here, id)).map(showChange) };
	});
