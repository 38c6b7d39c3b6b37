import { type Actions, fail, type RequestEvent, redirect } from '@sveltejs/kit';
import type * as z from 'zod';
import { answerForm } from '#lib/access/form-answer.ts';
import { fieldsOf, formErrors, parseForm } from '#lib/form.ts';
import { agreeToMeet, RelayAgreement } from '#lib/pathway/referrals/server/agree-to-meet.ts';
import {
	agreeToRelay,
	PersonYes,
	RelayToWithdraw,
	withdrawRelay,
} from '#lib/pathway/relays/server/answer-relay.ts';
import { NewRelay, proposeRelay } from '#lib/pathway/relays/server/propose-relay.ts';
import { openRelayPage } from '#lib/pathway/relays/server/relay-pages.ts';
import { sectionDone } from '#lib/pathway/section-done.ts';
import { searchRecipients } from '#lib/person/server/search-recipients.ts';
import type { Act } from '#lib/server/act.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals, params }) =>
	locals.act((act) => openRelayPage(act, params.id));

export const actions: Actions = {
	proposer: (event) =>
		work(event, 'relais', NewRelay, (act, typed) => proposeRelay(act, event.params.id ?? '', typed)),
	accord: (event) => work(event, 'relais-accord', PersonYes, agreeToRelay),
	retirer: (event) => work(event, 'relais-retire', RelayToWithdraw, withdrawRelay),
	/** Looks for the other organisation; what was typed comes back. */
	chercher: async (event) => {
		const data = await fieldsOf(event.request);
		return { ...formErrors({}, textsOf(data)), places: await placesFor(event, data) };
	},
	partager: async (event) => {
		const data = await fieldsOf(event.request.clone());
		const failed = await work(event, 'relais-partage', RelayAgreement, (act, typed) =>
			agreeToMeet(act, event.params.id ?? '', typed),
		);
		return fail(failed.status, { ...failed.data, places: await placesFor(event, data) });
	},
};

const textsOf = (data: FormData): Record<string, string> =>
	Object.fromEntries([...data].map(([name, value]) => [name, String(value)]));

const placesFor = ({ locals }: RequestEvent, data: FormData) =>
	locals.act((act) =>
		searchRecipients(act, `${data.get('words') ?? ''}`, `${data.get('organisation') ?? ''}`),
	);

/** The lead may just have passed to another organisation: one then goes back to one's own people. */
async function work<Schema extends z.ZodType>(
	{ request, locals, params }: RequestEvent,
	done: Parameters<typeof sectionDone>[1],
	schema: Schema,
	command: (act: Act, typed: z.output<Schema>) => Promise<unknown>,
) {
	const data = await fieldsOf(request);
	const form = parseForm(data, schema);
	if (!form.ok) return fail(422, form);
	const answer = await answerForm(Object.fromEntries(data), () =>
		locals.act((act) => command(act, form.value)),
	);
	if (!answer.ok) return fail(answer.status, answer);
	const stillOurs = await locals.act((act) => openRelayPage(act, params.id ?? '')).catch(() => null);
	redirect(303, stillOurs ? sectionDone(`/parcours/${params.id}/relais`, done) : '/relais');
}
