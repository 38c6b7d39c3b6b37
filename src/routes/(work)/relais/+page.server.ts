import { type Actions, fail, type RequestEvent, redirect } from '@sveltejs/kit';
import { answerForm } from '#lib/access/form-answer.ts';
import { fieldsOf, parseForm } from '#lib/form.ts';
import { answerRelay, ReceiverAnswer } from '#lib/pathway/relays/server/answer-relay.ts';
import { openAwaitedRelays } from '#lib/pathway/relays/server/relay-pages.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, url }) => ({
	relays: await locals.act(openAwaitedRelays),
	done: doneOf(url.searchParams.get('fait')),
});

const sentences = {
	accepte: 'steps.done-relay-accepted',
	refuse: 'steps.done-relay-refused',
	effectif: 'steps.done-relay-effective',
} as const;
type Word = keyof typeof sentences;

const doneOf = (word: string | null) =>
	word !== null && Object.hasOwn(sentences, word) ? sentences[word as Word] : null;

export const actions: Actions = {
	accepter: (event) => answered(event, 'accepted'),
	refuser: (event) => answered(event, 'refused'),
};

async function answered({ request, locals }: RequestEvent, answer: 'accepted' | 'refused') {
	const data = await fieldsOf(request);
	data.set('answer', answer);
	const form = parseForm(data, ReceiverAnswer);
	if (!form.ok) return fail(422, form);
	const given = await answerForm(Object.fromEntries(data), () =>
		locals.act((act) => answerRelay(act, form.value)),
	);
	if (!given.ok) return fail(given.status, given);
	const word: Word =
		given.value === 'effective' ? 'effectif' : given.value === 'refused' ? 'refuse' : 'accepte';
	redirect(303, `/relais?fait=${word}`);
}
