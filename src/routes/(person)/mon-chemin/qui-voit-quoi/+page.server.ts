import type { Actions } from '@sveltejs/kit';
import { findOwnPathway } from '#lib/pathway/own/server/own-pathway.ts';
import { listOwnReaders } from '#lib/pathway/own/server/own-readers.ts';
import { StoppingOwn, stopOwnSharing } from '#lib/pathway/own/server/stop-own-sharing.ts';
import { ownAnswer } from '#lib/person/space/server/own-answer.ts';
import { ownerOf } from '#lib/person/space/server/owner-of.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals }) =>
	locals.ownAct(async (act) => {
		const pathway = await findOwnPathway(act);
		return {
			lead: pathway ? { name: pathway.leadName, organisation: pathway.organisation } : null,
			readers: await listOwnReaders(act),
		};
	});

export const actions = {
	default: (event) =>
		ownAnswer(event, StoppingOwn, async (form) => ({
			organisation: await event.locals.ownAct((act) => stopOwnSharing(act, ownerOf(event.locals.own), form)),
		})),
} satisfies Actions;
