import { type Actions, redirect } from '@sveltejs/kit';
import { visitorOf } from '#lib/access/server/visitor-of.ts';
import { Entering, enter } from '#lib/person/space/server/enter.ts';
import { ownAnswer } from '#lib/person/space/server/own-answer.ts';
import { dropCard, keepOwnSession, scannedCard } from '#lib/person/space/server/own-cookies.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = (event) => ({ scanned: scannedCard(event) !== undefined });

export const actions: Actions = {
	default: (event) =>
		ownAnswer(event, Entering, async (form) => {
			const shown = { ...form, card: scannedCard(event) };
			keepOwnSession(event, await enter(event.locals.door, shown, visitorOf(event)));
			dropCard(event);
			redirect(303, '/mon-chemin');
		}),
};
