import type { Actions } from '@sveltejs/kit';
import { ChosenFact, chooseFact } from '#lib/person/space/server/choose-fact.ts';
import { ownAnswer } from '#lib/person/space/server/own-answer.ts';
import { readOwnCard } from '#lib/person/space/server/own-card.ts';
import { ownerOf } from '#lib/person/space/server/owner-of.ts';
import { OwnName, renameSelf } from '#lib/person/space/server/rename-self.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals }) =>
	locals.ownAct((act) => readOwnCard(act, ownerOf(locals.own)));

export const actions: Actions = {
	nom: (event) =>
		ownAnswer(event, OwnName, async (form) => {
			await event.locals.ownAct((act) => renameSelf(act, ownerOf(event.locals.own), form));
			return true;
		}),
	question: (event) =>
		ownAnswer(event, ChosenFact, async (form) => {
			await event.locals.ownAct((act) => chooseFact(act, ownerOf(event.locals.own), form));
			return true;
		}),
};
