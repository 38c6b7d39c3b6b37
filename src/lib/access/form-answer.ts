import { type FormErrors, formErrors } from '../form.ts';
import { Refusal } from '../refusal.ts';
import type { TextKey } from '../texts/catalogue.ts';
import { translate } from '../texts/translator.ts';

/** Reasons that speak of one field; the others are about the whole form. */
const fields: Partial<Record<TextKey, string>> = {
	'access.password-short': 'newPassword',
	'access.password-long': 'newPassword',
	'access.password-about-you': 'newPassword',
	'access.password-common': 'newPassword',
	'access.password-weak': 'newPassword',
	'access.password-wrong': 'password',
	'access.code-wrong': 'code',
	'access.place-needed': 'place',
	'access.place-needs-organisation': 'place',
	'access.place-unknown': 'place',
	'territory.set-unknown': 'communes',
	'territory.set-unclear': 'communes',
	'territory.set-taken': 'name',
	'steps.before-missing': 'before',
	'steps.due-missing': 'dueOn',
	'steps.due-past': 'dueOn',
	'steps.reason-missing': 'reason',
	'steps.review-missing': 'reviewOn',
	'steps.instead-missing': 'instead',
	'steps.what-next': 'next',
	'steps.next-date-missing': 'nextDueOn',
	'steps.pause-incomplete': 'pauseReason',
	'steps.relay-no-agreement': 'to',
	'steps.relay-to-missing': 'to',
	'steps.relay-to-self': 'to',
	'steps.relay-meeting-past': 'meetingOn',
	'steps.relay-witness-missing': 'witness',
	'steps.relay-heard-missing': 'heardBy',
	'assessment.date-far': 'answeredOn',
	'agreements.subject-alone': 'level',
	'landmarks.step-missing': 'step',
	'landmarks.check-before': 'onDay',
	'pathway.close-follow': 'noFurtherSupport',
};

export type FormAnswer<Value> =
	| { readonly ok: true; readonly value: Value }
	| (FormErrors & { readonly status: Refusal['status'] });

/** Does the work of a form: an expected "no" becomes its sentence beside what was typed; a bug stays a bug. */
export async function answerForm<Value>(
	typed: Readonly<Record<string, unknown>>,
	work: () => Promise<Value>,
): Promise<FormAnswer<Value>> {
	try {
		return { ok: true, value: await work() };
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		const sentence = translate(error.reason, error.values);
		return {
			...formErrors({ [fields[error.reason] ?? 'form']: sentence }, texts(typed), listsOf(typed)),
			status: error.status,
		};
	}
}

const texts = (typed: Readonly<Record<string, unknown>>): Record<string, string> =>
	Object.fromEntries(
		Object.entries(typed).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
	);

const listsOf = (typed: Readonly<Record<string, unknown>>): Record<string, string[]> =>
	Object.fromEntries(
		Object.entries(typed).filter(
			(entry): entry is [string, string[]] =>
				Array.isArray(entry[1]) && entry[1].every((item) => typeof item === 'string'),
		),
	);
