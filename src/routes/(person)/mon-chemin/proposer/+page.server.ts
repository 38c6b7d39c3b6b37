import type { Actions } from '@sveltejs/kit';
import { openOwnPathway } from '#lib/pathway/own/server/own-pathway.ts';
import { OwnStepForm, proposeOwnStep } from '#lib/pathway/own/server/propose-own-step.ts';
import { ownAnswer } from '#lib/person/space/server/own-answer.ts';
import { dayOf } from '#lib/time/days.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals }) =>
	locals.ownAct(async (act) => ({ name: (await openOwnPathway(act)).leadName, today: dayOf(act.at) }));

export const actions = {
	default: (event) =>
		ownAnswer(event, OwnStepForm, async (form) => ({
			to: await event.locals.ownAct((act) => proposeOwnStep(act, form)),
		})),
} satisfies Actions;
