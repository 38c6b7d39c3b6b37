import type { Actions } from '@sveltejs/kit';
import * as z from 'zod';
import { assessAlone } from '#lib/pathway/own/server/assess-alone.ts';
import { openOwnPathway } from '#lib/pathway/own/server/own-pathway.ts';
import { ownAnswer } from '#lib/person/space/server/own-answer.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals }) =>
	locals.ownAct(async (act) => ({ name: (await openOwnPathway(act)).leadName, language: locals.language }));

export const actions = {
	default: (event) =>
		ownAnswer(event, z.record(z.string(), z.string()), async (fields) => ({
			to: await event.locals.ownAct((act) => assessAlone(act, fields)),
		})),
} satisfies Actions;
