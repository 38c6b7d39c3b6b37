import { type Actions, fail, type RequestEvent } from '@sveltejs/kit';
import * as z from 'zod';
import { answerForm } from '#lib/access/form-answer.ts';
import { fieldsOf, formErrors, parseForm, readForm } from '#lib/form.ts';
import { acceptReferral } from '#lib/pathway/referrals/server/accept-referral.ts';
import { answerAsGuest, lookAtRequest, tryCode } from '#lib/pathway/referrals/server/answer-as-guest.ts';
import * as answers from '#lib/pathway/referrals/server/answers.ts';
import { askSource } from '#lib/pathway/referrals/server/ask-source.ts';
import { completeReferral } from '#lib/pathway/referrals/server/complete-referral.ts';
import { confirmFirstContact } from '#lib/pathway/referrals/server/confirm-first-contact.ts';
import { failReferral } from '#lib/pathway/referrals/server/fail-referral.ts';
import type { Party } from '#lib/pathway/referrals/server/move-referral.ts';
import { noteAttempt } from '#lib/pathway/referrals/server/note-attempt.ts';
import { putOnWaitingList } from '#lib/pathway/referrals/server/put-on-waiting-list.ts';
import { readAsGuest } from '#lib/pathway/referrals/server/read-as-guest.ts';
import { guestOf } from '#lib/pathway/referrals/server/referral-links.ts';
import { refuseReferral } from '#lib/pathway/referrals/server/refuse-referral.ts';
import { suspendReferral } from '#lib/pathway/referrals/server/suspend-referral.ts';
import type { Act } from '#lib/server/act.ts';
import { application } from '#lib/server/application.ts';
import { translate } from '#lib/texts/translator.ts';
import type { PageServerLoad } from './$types.ts';

/** Opening it changes nothing: mail scanners open links too. */
export const load: PageServerLoad = async ({ params }) => {
	const looked = await answerForm({}, () => lookAtRequest(guestOf(application().db, params.token)));
	return looked.ok
		? { gone: null, request: looked.value }
		: { gone: looked.errors.form ?? '', request: null };
};

const Code = z.object({
	code: z
		.string()
		.transform((code) => code.replace(/\D/g, ''))
		.pipe(z.string().length(6, 'referral.code-wrong')),
});
const Guest = z.object({
	code: Code.shape.code,
	byName: z.string().trim().min(1, 'referral.guest-name-missing').max(120, 'referral.words-long'),
});

/** An answer with its guest's name and code; what was typed comes back with what it was typed under. */
const answering =
	<Schema extends z.ZodType<Record<string, unknown>>>(
		name: string,
		schema: Schema,
		work: (act: Act, target: Party, id: string, value: z.output<Schema>) => Promise<unknown>,
	) =>
	async ({ request, params }: RequestEvent) => {
		const data = await fieldsOf(request);
		const who = parseForm(data, Guest);
		const form = parseForm(data, schema);
		const code = String(data.get('code') ?? '').replace(/\D/g, '');
		const guest = guestOf(application().db, params.token ?? '', code);
		const again = async () => ({ failed: name, code, opened: await openedOrNone(guest) });
		if (!who.ok || !form.ok) {
			const errors = { ...(form.ok ? {} : form.errors), ...(who.ok ? {} : who.errors) };
			const values = { ...(form.ok ? {} : form.values), ...(who.ok ? who.value : who.values) };
			return fail(422, { ok: false as const, errors, values, ...(await again()) });
		}
		const done = await answerForm({ ...form.value, byName: who.value.byName }, async () => ({
			// Read before the answer: the link dies with it.
			source: (await lookAtRequest(guest)).sourceName,
			answered: await answerAsGuest(guest, who.value.byName, (act, target, id) =>
				work(act, target, id, form.value),
			),
		}));
		if (!done.ok) return fail(done.status, { ...done, ...(await again()) });
		return { ok: true as const, ...done.value };
	};

/** What the code opens, or nothing when it is not the right one. */
const openedOrNone = async (guest: ReturnType<typeof guestOf>) => {
	const read = await answerForm({}, async () => ((await tryCode(guest)) ? readAsGuest(guest) : undefined));
	return read.ok ? read.value : undefined;
};

export const actions: Actions = {
	ouvrir: async ({ request, params }) => {
		const form = await readForm(request, Code);
		if (!form.ok) return fail(422, { ...form, failed: 'ouvrir', code: '', opened: undefined });
		const guest = guestOf(application().db, params.token ?? '', form.value.code);
		const opened = await answerForm({}, async () => {
			const right = await tryCode(guest);
			return right ? readAsGuest(guest) : undefined;
		});
		if (!opened.ok) return fail(opened.status, { ...opened, failed: 'ouvrir', code: '', opened: undefined });
		if (!opened.value)
			return fail(422, {
				...formErrors({ code: translate('referral.code-wrong') }, {}),
				failed: 'ouvrir',
				code: '',
				opened: undefined,
			});
		return {
			ok: true as const,
			errors: {},
			values: {},
			failed: '',
			code: form.value.code,
			opened: opened.value,
		};
	},
	accepter: answering('accepter', answers.Acceptance, acceptReferral),
	attendre: answering('attendre', answers.WaitingList, putOnWaitingList),
	refuser: answering('refuser', answers.RefusalOf, refuseReferral),
	demander: answering('demander', answers.Question, askSource),
	rencontrer: answering('rencontrer', answers.FirstContact, confirmFirstContact),
	suspendre: answering('suspendre', answers.Suspension, suspendReferral),
	essayer: answering('essayer', answers.Attempt, noteAttempt),
	finir: answering('finir', answers.Completion, completeReferral),
	echouer: answering('echouer', answers.Failure, failReferral),
};
