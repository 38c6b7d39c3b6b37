import { findSetPage } from '#lib/directory/server/set-page.ts';
import { findTerritoryPage } from '#lib/directory/server/territory-page.ts';
import { isSetCode } from '#lib/territory/set-code.ts';
import type { PageServerLoad } from './$types.ts';

/** A commune by its INSEE code, or a set of communes by the code made from its name. */
export const load: PageServerLoad = ({ locals, params: { code } }) =>
	locals.act(async (act) =>
		isSetCode(code)
			? { set: await findSetPage(act, code), commune: null }
			: { set: null, commune: await findTerritoryPage(act, code) },
	);
