import type { Actions } from '@sveltejs/kit';
import { visitorOf } from '#lib/access/server/visitor-of.ts';
import { Choosing, choosePin, findHandOver } from '#lib/person/space/server/choose-pin.ts';
import { ownAnswer } from '#lib/person/space/server/own-answer.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, params }) => {
	const found = await locals.door((act) => findHandOver(act, params.token));
	return { by: found ? { worker: found.workerName, organisation: found.organisation } : null };
};

export const actions: Actions = {
	default: (event) =>
		ownAnswer(event, Choosing, async (form) => {
			await choosePin(event.locals.door, event.params.token ?? '', form, visitorOf(event));
			return true;
		}),
};
