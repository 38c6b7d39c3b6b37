import { fail, redirect } from '@sveltejs/kit';
import { qrPath } from '#lib/access/qr-path.ts';
import { idsIn, mostCompared, selectionPath, withService } from '#lib/directory/lists/selection.ts';
import { compareServices } from '#lib/directory/lists/server/compare-services.ts';
import { Favourite } from '#lib/directory/lists/server/favourites.ts';
import { keepSelection, selectionOf } from '#lib/directory/lists/server/kept-selection.ts';
import { readForm } from '#lib/form.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.ts';

export const load: PageServerLoad = async (event) => {
	const { locals, url } = event;
	if (!url.searchParams.has('services') && !url.searchParams.has('vide')) {
		const kept = selectionOf(event);
		if (kept.length > 0) redirect(303, selectionPath(kept));
	}
	const compared = await compareServices(locals.act, url.searchParams, new Date());
	const link = locals.origin + selectionPath(compared.ids, compared.place);
	return {
		...compared,
		link,
		qr: compared.ids.length > 0 ? qrPath(link) : null,
		print: selectionPath(compared.ids, compared.place, '/selection/imprimer'),
		full: compared.ids.length >= mostCompared,
		refused: url.searchParams.has('plein'),
	};
};

/** The place typed on the page goes along. */
const placeOf = ({ url }: RequestEvent): string => url.searchParams.get('lieu') ?? '';

export const actions: Actions = {
	ajouter: async (event) => {
		const form = await readForm(event.request, Favourite);
		if (!form.ok) return fail(422, form);
		const kept = selectionOf(event);
		const ids = withService(kept, form.value.service);
		if (!ids) redirect(303, `${selectionPath(kept)}&plein`);
		keepSelection(event, ids);
		redirect(303, selectionPath(ids));
	},
	retirer: async (event) => {
		const form = await readForm(event.request, Favourite);
		if (!form.ok) return fail(422, form);
		const ids = idsIn(event.url.searchParams.getAll('services')).filter((id) => id !== form.value.service);
		keepSelection(event, ids);
		redirect(303, ids.length > 0 ? selectionPath(ids, placeOf(event)) : '/selection?vide');
	},
};
