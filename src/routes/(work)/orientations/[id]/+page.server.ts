import { type Actions, fail, type RequestEvent, redirect } from '@sveltejs/kit';
import type * as z from 'zod';
import { answerForm } from '#lib/access/form-answer.ts';
import { readForm } from '#lib/form.ts';
import { acceptReferral } from '#lib/pathway/referrals/server/accept-referral.ts';
import { answerQuestion } from '#lib/pathway/referrals/server/answer-question.ts';
import * as answers from '#lib/pathway/referrals/server/answers.ts';
import { askSource } from '#lib/pathway/referrals/server/ask-source.ts';
import { completeReferral } from '#lib/pathway/referrals/server/complete-referral.ts';
import { confirmFirstContact } from '#lib/pathway/referrals/server/confirm-first-contact.ts';
import { declineForPerson } from '#lib/pathway/referrals/server/decline-for-person.ts';
import { extendAnswer } from '#lib/pathway/referrals/server/extend-answer.ts';
import { failReferral } from '#lib/pathway/referrals/server/fail-referral.ts';
import { noteAttempt } from '#lib/pathway/referrals/server/note-attempt.ts';
import { asSource, asTarget } from '#lib/pathway/referrals/server/party.ts';
import { putOnWaitingList } from '#lib/pathway/referrals/server/put-on-waiting-list.ts';
import { readReferralPage } from '#lib/pathway/referrals/server/referral-page.ts';
import { refuseReferral } from '#lib/pathway/referrals/server/refuse-referral.ts';
import { reviewReferral } from '#lib/pathway/referrals/server/review-referral.ts';
import { revokeLink } from '#lib/pathway/referrals/server/revoke-link.ts';
import { sayEnteredInError } from '#lib/pathway/referrals/server/say-entered-in-error.ts';
import { SaidForHer, sayWhetherItHelped } from '#lib/pathway/referrals/server/say-whether-it-helped.ts';
import { suspendReferral } from '#lib/pathway/referrals/server/suspend-referral.ts';
import { withdrawReferral } from '#lib/pathway/referrals/server/withdraw-referral.ts';
import { uuidOf } from '#lib/pathway/uuid.ts';
import type { Act } from '#lib/server/act.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals, params }) => {
	const referral = await locals.act((act) => readReferralPage(act, uuidOf(params.id)));
	if (referral.side === 'source' && ['draft', 'awaiting-person'].includes(referral.state))
		redirect(303, `/orientations/${params.id}/envoyer`);
	return { referral, at: new Date() };
};

/** A form of this page: its fields, and the one function that does it. */
const does =
	<Schema extends z.ZodType<Record<string, unknown>>>(
		name: string,
		schema: Schema,
		work: (act: Act, id: string, value: z.output<Schema>) => Promise<unknown>,
	) =>
	async ({ request, locals, params }: RequestEvent) => {
		const form = await readForm(request, schema);
		if (!form.ok) return fail(422, { ...form, failed: name });
		const done = await answerForm(form.value, () =>
			locals.act((act) => work(act, uuidOf(params.id), form.value)),
		);
		if (!done.ok) return fail(done.status, { ...done, failed: name });
		redirect(303, `/orientations/${params.id}?${done.value === 'asked' ? 'demande' : 'fait'}=fait`);
	};

export const actions: Actions = {
	accepter: does('accepter', answers.Acceptance, async (act, id, value) =>
		acceptReferral(act, await asTarget(act), id, value),
	),
	attendre: does('attendre', answers.WaitingList, async (act, id, value) =>
		putOnWaitingList(act, await asTarget(act), id, value),
	),
	refuser: does('refuser', answers.RefusalOf, async (act, id, value) =>
		refuseReferral(act, await asTarget(act), id, value),
	),
	demander: does('demander', answers.Question, async (act, id, value) =>
		askSource(act, await asTarget(act), id, value),
	),
	lire: does('lire', answers.MaybeWords, async (act, id) => reviewReferral(act, await asTarget(act), id)),
	prolonger: does('prolonger', answers.Extension, async (act, id, value) =>
		extendAnswer(act, await asTarget(act), id, value),
	),
	rencontrer: does('rencontrer', answers.FirstContact, async (act, id, value) =>
		confirmFirstContact(act, await asTarget(act), id, value),
	),
	suspendre: does('suspendre', answers.Suspension, async (act, id, value) =>
		suspendReferral(act, await asTarget(act), id, value),
	),
	essayer: does('essayer', answers.Attempt, async (act, id, value) =>
		noteAttempt(act, await asTarget(act), id, value),
	),
	finir: does('finir', answers.Completion, async (act, id, value) =>
		completeReferral(act, await asTarget(act), id, value),
	),
	echouer: does('echouer', answers.Failure, async (act, id, value) =>
		failReferral(act, await asTarget(act), id, value),
	),
	repondre: does('repondre', answers.Question, (act, id, value) => answerQuestion(act, id, value)),
	retirer: does('retirer', answers.MaybeWords, async (act, id, value) =>
		withdrawReferral(act, await asSource(act), id, value),
	),
	'accepter-le-retrait': does('accepter-le-retrait', answers.MaybeWords, async (act, id, value) =>
		withdrawReferral(act, await asTarget(act), id, value),
	),
	decliner: does('decliner', answers.MaybeWords, (act, id, value) => declineForPerson(act, id, value)),
	erreur: does('erreur', answers.Question, (act, id, value) => sayEnteredInError(act, id, value)),
	'noter-son-avis': does('noter-son-avis', SaidForHer, (act, id, { channel, ...feedback }) =>
		sayWhetherItHelped(act, id, feedback, channel),
	),
	'fermer-le-lien': does('fermer-le-lien', answers.MaybeWords, (act, id) => revokeLink(act, id)),
};
