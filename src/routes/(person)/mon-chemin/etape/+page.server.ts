import { type Actions, redirect } from '@sveltejs/kit';
import { isId } from '#lib/directory/server/closed-lists.ts';
import { Answering, answerStep } from '#lib/pathway/own/server/answer-step.ts';
import { openOwnPathway } from '#lib/pathway/own/server/own-pathway.ts';
import { findStep } from '#lib/pathway/steps/server/steps.ts';
import { whyNotMove } from '#lib/pathway/steps/step-policy.ts';
import { ownAnswer } from '#lib/person/space/server/own-answer.ts';
import { Refusal } from '#lib/refusal.ts';
import { dayOf } from '#lib/time/days.ts';
import type { PageServerLoad } from './$types.ts';

const moves = ['accepted', 'declined', 'done'] as const;

export const load: PageServerLoad = ({ locals, url }) =>
	locals.ownAct(async (act) => {
		const id = url.searchParams.get('etape') ?? '';
		if (!isId(id)) throw new Refusal(404, 'own-space.gone');
		const pathway = await openOwnPathway(act);
		const { words, state, dueOn, ownerName, version, ...step } = await findStep(act, pathway.id, id);
		const mayMove = moves.filter(
			(to) => !whyNotMove({ voice: 'person' }, { ...step, state }, { to, at: act.at }),
		);
		return {
			step: { id, words, state, dueOn, ownerName, version },
			mayMove,
			name: pathway.leadName,
			today: dayOf(act.at),
		};
	});

export const actions: Actions = {
	default: (event) =>
		ownAnswer(event, Answering, async (form) => {
			await event.locals.ownAct((act) => answerStep(act, form));
			redirect(303, '/mon-chemin?fait=ok');
		}),
};
