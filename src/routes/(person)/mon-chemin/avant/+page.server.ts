import { type Actions, redirect } from '@sveltejs/kit';
import { ownerOf } from '#lib/person/space/server/owner-of.ts';
import { readBefore } from '#lib/person/space/server/read-before.ts';

export const actions: Actions = {
	default: async ({ locals }) => {
		await locals.ownAct((act) => readBefore(act, ownerOf(locals.own)));
		redirect(303, '/mon-chemin');
	},
};
