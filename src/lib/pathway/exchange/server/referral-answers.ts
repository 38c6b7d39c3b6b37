import * as z from 'zod';
import type { Act } from '#lib/server/act.ts';
import { reasonCodes } from '../../referrals/referral.ts';
import { acceptReferral } from '../../referrals/server/accept-referral.ts';
import { answerQuestion } from '../../referrals/server/answer-question.ts';
import * as forms from '../../referrals/server/answers.ts';
import { askSource } from '../../referrals/server/ask-source.ts';
import { completeReferral } from '../../referrals/server/complete-referral.ts';
import { confirmFirstContact } from '../../referrals/server/confirm-first-contact.ts';
import { extendAnswer } from '../../referrals/server/extend-answer.ts';
import { failReferral } from '../../referrals/server/fail-referral.ts';
import { noteAttempt } from '../../referrals/server/note-attempt.ts';
import { asTarget } from '../../referrals/server/party.ts';
import { putOnWaitingList } from '../../referrals/server/put-on-waiting-list.ts';
import { refuseReferral } from '../../referrals/server/refuse-referral.ts';
import { reviewReferral } from '../../referrals/server/review-referral.ts';
import { suspendReferral } from '../../referrals/server/suspend-referral.ts';
import { readBody } from './read-body.ts';

type Doing = (act: Act, referralId: string) => Promise<unknown>;
interface Answer {
	/** What it says beside its name. */
	readonly schema: z.ZodType;
	/** Reads what it says; what is given back does it. */
	read(body: unknown): Doing;
}

const answer = <Schema extends z.ZodType>(
	schema: Schema,
	work: (act: Act, referralId: string, value: z.output<Schema>) => Promise<unknown>,
): Answer => ({
	schema,
	read: (body) => {
		const value = readBody(schema, body);
		return (act, referralId) => work(act, referralId, value);
	},
});

/** A refusal in JSON: its ticks are booleans. */
const Refused = z
	.strictObject({
		reasonCode: z.enum(reasonCodes, 'referral.reason-missing'),
		words: z.string('referral.words-missing'),
		alternative: z.string().optional(),
		alternativeServiceId: z.uuid().optional(),
		noneKnown: z.boolean().optional(),
		herAgreement: z.boolean().optional(),
	})
	.transform(
		({ noneKnown, herAgreement, ...told }): z.input<typeof forms.RefusalOf> => ({
			...told,
			...(noneKnown && { noneKnown: 'yes' }),
			...(herAgreement && { herAgreement: 'yes' }),
		}),
	)
	.pipe(forms.RefusalOf);

/** What a program may answer, by the name it gives: the very commands of the screens, under the same policies. */
export const referralAnswers = {
	review: answer(z.strictObject({}), async (act, id) => reviewReferral(act, await asTarget(act), id)),
	accept: answer(forms.Acceptance.strict(), async (act, id, told) =>
		acceptReferral(act, await asTarget(act), id, told),
	),
	'waiting-list': answer(forms.WaitingList.strict(), async (act, id, told) =>
		putOnWaitingList(act, await asTarget(act), id, told),
	),
	refuse: answer(Refused, async (act, id, told) => refuseReferral(act, await asTarget(act), id, told)),
	ask: answer(forms.Question.strict(), async (act, id, told) =>
		askSource(act, await asTarget(act), id, told),
	),
	reply: answer(forms.Question.strict(), answerQuestion),
	extend: answer(forms.Extension.strict(), async (act, id, told) =>
		extendAnswer(act, await asTarget(act), id, told),
	),
	attempt: answer(forms.Attempt.strict(), async (act, id, told) =>
		noteAttempt(act, await asTarget(act), id, told),
	),
	'first-contact': answer(forms.FirstContact.strict(), async (act, id, told) =>
		confirmFirstContact(act, await asTarget(act), id, told),
	),
	suspend: answer(forms.Suspension.strict(), async (act, id, told) =>
		suspendReferral(act, await asTarget(act), id, told),
	),
	complete: answer(forms.Completion.strict(), async (act, id, told) =>
		completeReferral(act, await asTarget(act), id, told),
	),
	fail: answer(forms.Failure.strict(), async (act, id, told) =>
		failReferral(act, await asTarget(act), id, told),
	),
} as const satisfies Record<string, Answer>;
type AnswerName = keyof typeof referralAnswers;
const names = Object.keys(referralAnswers) as readonly AnswerName[];

const Named = z.looseObject({ answer: z.enum(names, 'pathway-api.answer-unknown') });

/** The answer that a body says. @throws BadParameters when it says none, or not all that it must */
export function answerIn(body: unknown): Doing {
	const { answer: name, ...told } = readBody(Named, body);
	return referralAnswers[name].read(told);
}
