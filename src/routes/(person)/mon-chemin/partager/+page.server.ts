import type { Actions } from '@sveltejs/kit';
import { openOwnPathway } from '#lib/pathway/own/server/own-pathway.ts';
import { ChosenPlace, choosePlace, SearchedPlace, searchPlaces } from '#lib/pathway/own/server/own-places.ts';
import { SharingOwn, shareOwn } from '#lib/pathway/own/server/share-own.ts';
import { ownAnswer } from '#lib/person/space/server/own-answer.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals }) =>
	locals.ownAct(async (act) => {
		await openOwnPathway(act);
		return {};
	});

export const actions = {
	chercher: (event) =>
		ownAnswer(event, SearchedPlace, async ({ name }) => ({
			...{ name, chosen: null, shared: null },
			found: await event.locals.ownAct((act) => searchPlaces(act, name)),
		})),
	choisir: (event) =>
		ownAnswer(event, ChosenPlace, async ({ organisation }) => ({
			...{ name: '', found: null, shared: null },
			chosen: await event.locals.ownAct((act) => choosePlace(act, organisation)),
		})),
	partager: (event) =>
		ownAnswer(event, SharingOwn, async (form) => ({
			...{ name: '', found: null, chosen: null },
			shared: await event.locals.ownAct((act) => shareOwn(act, form, event.locals.language)),
		})),
} satisfies Actions;
