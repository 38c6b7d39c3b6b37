import { fail, redirect } from '@sveltejs/kit';
import { answerForm } from '#lib/access/form-answer.ts';
import {
	addFavourite,
	Favourite,
	listFavourites,
	removeFavourite,
} from '#lib/directory/lists/server/favourites.ts';
import { readForm } from '#lib/form.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.ts';

export const load: PageServerLoad = async ({ locals }) => ({
	favourites: (await locals.act(listFavourites)).map(({ id, name, organisation, place, goneAt }) => ({
		id,
		name,
		organisation: organisation.name,
		commune: place?.communeName ?? null,
		gone: goneAt !== null,
	})),
});

const changing = (change: typeof addFavourite) => async (event: RequestEvent) => {
	const form = await readForm(event.request, Favourite);
	if (!form.ok) return fail(422, form);
	const done = await answerForm({}, () => event.locals.act((act) => change(act, form.value)));
	if (!done.ok) return fail(done.status, done);
	redirect(303, '/compte/favoris');
};

export const actions: Actions = { ajouter: changing(addFavourite), retirer: changing(removeFavourite) };
