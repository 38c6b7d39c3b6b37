import type { Actions } from '@sveltejs/kit';
import { fieldsOf } from '#lib/form.ts';
import { findPeople } from '#lib/pathway/palette/server/find-people.ts';
import { findPathway } from '#lib/pathway/server/pathways.ts';
import { uuidIn } from '#lib/pathway/uuid.ts';
import type { PageServerLoad } from './$types.ts';

/** The pathway from which one comes, when its acts may be started. */
export const load: PageServerLoad = async ({ locals, url }) => {
	const asked = uuidIn(url.searchParams.get('parcours'));
	if (!asked) return {};
	const { readsSteps } = await locals.act((act) => findPathway(act, asked));
	return readsSteps ? { pathwayId: asked } : {};
};

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const typed = String((await fieldsOf(request)).get('cherche') ?? '').slice(0, 80);
		return { typed, ...(await locals.act((act) => findPeople(act, typed))) };
	},
};
