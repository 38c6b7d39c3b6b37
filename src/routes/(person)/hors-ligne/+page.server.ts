import { chooseList } from '#lib/directory/offline/server/choose-list.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals, url }) =>
	locals.act((act) => chooseList(act, url.searchParams.get('departement')));
