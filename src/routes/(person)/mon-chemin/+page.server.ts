import { redirect } from '@sveltejs/kit';
import { readHome } from '#lib/pathway/own/server/read-home.ts';
import { showHome } from '#lib/pathway/own/shown-home.ts';
import { toldByCard } from '#lib/person/space/server/told-by-card.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
	if (!locals.own?.whole) return { card: await locals.ownAct(toldByCard), home: null, done: null };
	if (!locals.own.told) redirect(303, '/mon-chemin/avant');
	return locals.ownAct(async (act) => {
		const home = await readHome(act);
		return { card: null, home: home && showHome(home, act.at), done: url.searchParams.get('fait') };
	});
};
