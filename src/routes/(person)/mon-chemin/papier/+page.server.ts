import { readHome } from '#lib/pathway/own/server/read-home.ts';
import { showHome } from '#lib/pathway/own/shown-home.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals }) =>
	locals.ownAct(async (act) => {
		const home = await readHome(act);
		return { at: act.at, home: home && showHome(home, act.at) };
	});
