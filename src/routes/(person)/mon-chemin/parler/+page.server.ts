import type { Actions } from '@sveltejs/kit';
import { answerBy, wordKinds } from '#lib/pathway/own/own-word.ts';
import { openOwnPathway } from '#lib/pathway/own/server/own-pathway.ts';
import { Saying, sayWord } from '#lib/pathway/own/server/say-word.ts';
import { ownAnswer } from '#lib/person/space/server/own-answer.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals, url }) =>
	locals.ownAct(async (act) => {
		const pathway = await openOwnPathway(act);
		const kind = wordKinds.find((known) => known === url.searchParams.get('dire')) ?? 'talk';
		return {
			kind,
			about: aboutOf(url.searchParams),
			name: pathway.leadName,
			organisation: pathway.organisation,
			phone: pathway.phone,
			day: answerBy(kind, act.at, pathway.communeCode),
		};
	});

/** What it is about, as the button that led here says it; row security tells whether it is hers. */
const aboutOf = (asked: URLSearchParams) => ({
	step: asked.get('etape') ?? '',
	appointment: asked.get('rendez-vous') ?? '',
	referral: asked.get('aide') ?? '',
});

export const actions = {
	default: (event) => ownAnswer(event, Saying, (form) => event.locals.ownAct((act) => sayWord(act, form))),
} satisfies Actions;
