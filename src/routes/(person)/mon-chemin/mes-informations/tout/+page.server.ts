import { readOwnData } from '#lib/pathway/own-data/server/read-own-data.ts';
import { showOwnData } from '#lib/pathway/own-data/shown-own-data.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals }) =>
	locals.ownAct(async (act) => ({ at: act.at, sections: showOwnData(await readOwnData(act)) }));
