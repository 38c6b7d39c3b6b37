import { type Actions, redirect } from '@sveltejs/kit';
import { isId } from '#lib/directory/server/closed-lists.ts';
import {
	AgreedReferral,
	agreeToOwnReferral,
	DeclinedReferral,
	declineOwnReferral,
} from '#lib/pathway/own/server/answer-referral.ts';
import { readOwnReferral } from '#lib/pathway/own/server/own-referral.ts';
import { showOwnReferral } from '#lib/pathway/own/shown-own-referral.ts';
import { ownAnswer } from '#lib/person/space/server/own-answer.ts';
import { Refusal } from '#lib/refusal.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals, url }) =>
	locals.ownAct(async (act) => {
		const id = url.searchParams.get('demande') ?? '';
		if (!isId(id)) throw new Refusal(404, 'own-space.gone');
		return { referral: showOwnReferral(await readOwnReferral(act, id)) };
	});

export const actions: Actions = {
	oui: (event) =>
		ownAnswer(event, AgreedReferral, async (form) => {
			await event.locals.ownAct((act) => agreeToOwnReferral(act, form, event.locals.language));
			redirect(303, '/mon-chemin/aides?fait=ok');
		}),
	non: (event) =>
		ownAnswer(event, DeclinedReferral, async (form) => {
			await event.locals.ownAct((act) => declineOwnReferral(act, form));
			redirect(303, '/mon-chemin/aides?fait=ok');
		}),
};
