import { type Actions, redirect } from '@sveltejs/kit';
import { mayBeJudged, sayReferral } from '#lib/pathway/own/referral-said.ts';
import { findOwnPathway } from '#lib/pathway/own/server/own-pathway.ts';
import { listOwnReferrals } from '#lib/pathway/own/server/own-referrals.ts';
import { Helped, sayItHelped } from '#lib/pathway/own/server/say-it-helped.ts';
import { ownAnswer } from '#lib/person/space/server/own-answer.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals, url }) =>
	locals.ownAct(async (act) => {
		const pathway = await findOwnPathway(act);
		const referrals = pathway ? await listOwnReferrals(act, pathway.id) : [];
		return {
			done: url.searchParams.get('fait') === 'ok',
			referrals: referrals.map((each) => ({
				...each,
				says: sayReferral(each.state),
				asks: mayBeJudged(each),
			})),
		};
	});

export const actions: Actions = {
	default: (event) =>
		ownAnswer(event, Helped, async (form) => {
			await event.locals.ownAct((act) => sayItHelped(act, form));
			redirect(303, '/mon-chemin/aides');
		}),
};
