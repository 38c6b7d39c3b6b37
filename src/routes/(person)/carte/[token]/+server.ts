import { redirect } from '@sveltejs/kit';
import { looksLikeToken } from '#lib/access/session-token.ts';
import { keepCard } from '#lib/person/space/server/own-cookies.ts';
import type { RequestHandler } from './$types.ts';

/** The square of a card: kept aside at once, so that no address of her pages bears it. */
export const GET: RequestHandler = (event) => {
	if (looksLikeToken(event.params.token)) keepCard(event, event.params.token);
	redirect(303, '/mon-chemin/entrer');
};
