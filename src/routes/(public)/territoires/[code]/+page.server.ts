import { findTerritoryPage } from '#lib/directory/server/territory-page.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals, params }) =>
	locals.act((act) => findTerritoryPage(act, params.code));
