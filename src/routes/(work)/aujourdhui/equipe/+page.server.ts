import { type Actions, fail, type RequestEvent, redirect } from '@sveltejs/kit';
import type * as z from 'zod';
import { answerForm } from '#lib/access/form-answer.ts';
import { readForm } from '#lib/form.ts';
import { ForgottenDeparture, newDeparture } from '#lib/pathway/relays/departure.ts';
import { listDepartures } from '#lib/pathway/relays/server/departures.ts';
import { forgetDeparture } from '#lib/pathway/relays/server/forget-departure.ts';
import { tellDeparture } from '#lib/pathway/relays/server/tell-departure.ts';
import { NewAbsence } from '#lib/rupture/today/absence.ts';
import { EndedAbsence, endAbsence } from '#lib/rupture/today/server/end-absence.ts';
import { sayAbsence } from '#lib/rupture/today/server/say-absence.ts';
import { openTeam } from '#lib/rupture/today/server/team-page.ts';
import type { Act } from '#lib/server/act.ts';
import { dayOf } from '#lib/time/days.ts';
import type { PageServerLoad } from './$types.ts';

const sentences = {
	absence: 'today.absence-said',
	retour: 'today.absence-ended',
	depart: 'today.departure-told',
	reste: 'today.departure-forgotten',
} as const;
type Word = keyof typeof sentences;
const isWord = (word: string | null): word is Word => word !== null && Object.hasOwn(sentences, word);

export const load: PageServerLoad = async ({ locals, url }) => {
	const word = url.searchParams.get('fait');
	return {
		...(await locals.act(async (act) => ({
			...(await openTeam(act)),
			departures: await listDepartures(act),
		}))),
		said: isWord(word) ? sentences[word] : null,
	};
};

export const actions: Actions = {
	absence: (event) => work(event, 'absence', NewAbsence, sayAbsence),
	retour: (event) => work(event, 'retour', EndedAbsence, endAbsence),
	depart: (event) => work(event, 'depart', newDeparture(dayOf(new Date())), tellDeparture),
	reste: (event) => work(event, 'reste', ForgottenDeparture, forgetDeparture),
};

async function work<Schema extends z.ZodType<Record<string, unknown>>>(
	{ request, locals }: RequestEvent,
	word: Word,
	schema: Schema,
	command: (act: Act, typed: z.output<Schema>) => Promise<void>,
) {
	const form = await readForm(request, schema);
	if (!form.ok) return fail(422, form);
	const done = await answerForm(form.value, () => locals.act((act) => command(act, form.value)));
	if (!done.ok) return fail(done.status, done);
	redirect(303, `/aujourdhui/equipe?fait=${word}`);
}
