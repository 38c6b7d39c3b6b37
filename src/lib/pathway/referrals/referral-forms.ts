import type { TextKey } from '#lib/texts/catalogue.ts';
import { mayMove, type ReferralState, takesBoth } from './referral.ts';

export interface FormField {
	readonly name: string;
	readonly kind: 'line' | 'long' | 'date' | 'reason' | 'channel' | 'tick' | 'phone';
	readonly label: TextKey;
	readonly hint?: TextKey;
	readonly optional?: true;
}
export interface ReferralForm {
	/** The form action of the page. */
	readonly action: string;
	readonly label: TextKey;
	readonly fields: readonly FormField[];
	/** The one that most often is the right one. */
	readonly main?: true;
	readonly danger?: true;
}

const words = (label: TextKey, optional?: true): FormField => ({
	name: 'words',
	kind: 'long',
	label,
	...(optional && { optional }),
});
const reason: FormField = { name: 'reasonCode', kind: 'reason', label: 'referral.reason' };

const acceptFields: readonly FormField[] = [
	{ name: 'contactName', kind: 'line', label: 'referral.contact-name' },
	{ name: 'contactPhone', kind: 'phone', label: 'referral.contact-phone', optional: true },
	{ name: 'firstContactOn', kind: 'date', label: 'referral.first-contact' },
];
const waitFields: readonly FormField[] = [
	words('referral.wait-words'),
	{ name: 'waitingUntil', kind: 'date', label: 'referral.wait-until' },
];
const refuseFields: readonly FormField[] = [
	reason,
	words('referral.refuse-words'),
	{
		name: 'alternative',
		kind: 'long',
		label: 'referral.alternative',
		hint: 'referral.alternative-hint',
		optional: true,
	},
	{ name: 'noneKnown', kind: 'tick', label: 'referral.none-known' },
];

/** The four answers to a request just received, in the order in which they are offered. */
export const answerForms: readonly ReferralForm[] = [
	{ action: 'accepter', label: 'referral.act-accept', fields: acceptFields, main: true },
	{ action: 'attendre', label: 'referral.act-wait', fields: waitFields },
	{ action: 'demander', label: 'referral.act-ask', fields: [words('referral.question-words')] },
	{ action: 'refuser', label: 'referral.act-refuse', fields: refuseFields },
];

/** What follows an acceptance. */
export const followForms: readonly ReferralForm[] = [
	{
		action: 'rencontrer',
		label: 'referral.act-meet',
		fields: [{ name: 'metOn', kind: 'date', label: 'referral.met-on' }],
		main: true,
	},
	{ action: 'finir', label: 'referral.act-complete', fields: [words('referral.complete-words')], main: true },
	{
		action: 'essayer',
		label: 'referral.act-attempt',
		fields: [
			{ name: 'channel', kind: 'channel', label: 'referral.attempt-channel' },
			{ name: 'onDay', kind: 'date', label: 'referral.attempt-on' },
			words('referral.attempt-words', true),
		],
	},
	{
		action: 'suspendre',
		label: 'referral.act-suspend',
		fields: [
			words('referral.suspend-words'),
			{ name: 'reviewOn', kind: 'date', label: 'referral.suspend-until' },
		],
	},
	{ action: 'echouer', label: 'referral.act-fail', fields: [reason, words('referral.fail-words')] },
];

/** To which state each form leads, where it changes one. */
const leadsTo: Readonly<Record<string, ReferralState>> = {
	accepter: 'accepted',
	attendre: 'waiting-list',
	demander: 'info-needed',
	refuser: 'refused',
	lire: 'under-review',
	rencontrer: 'in-progress',
	finir: 'completed',
	suspendre: 'suspended',
	echouer: 'failed',
	repondre: 'under-review',
	retirer: 'withdrawn',
	'accepter-le-retrait': 'withdrawn',
	decliner: 'declined-by-person',
	erreur: 'entered-in-error',
};

const targetForms: readonly ReferralForm[] = [
	...answerForms,
	{ action: 'lire', label: 'referral.act-review', fields: [] },
	{ action: 'prolonger', label: 'referral.act-extend', fields: [words('referral.extend-words')] },
	...followForms,
	{ action: 'accepter-le-retrait', label: 'referral.act-withdraw-agree', fields: [] },
];
const sourceForms: readonly ReferralForm[] = [
	{ action: 'repondre', label: 'referral.act-answer', fields: [words('referral.answer-words')], main: true },
	{ action: 'decliner', label: 'referral.act-decline', fields: [words('referral.decline-words', true)] },
	{
		action: 'retirer',
		label: 'referral.act-withdraw',
		fields: [words('referral.withdraw-words', true)],
		danger: true,
	},
	{ action: 'erreur', label: 'referral.act-error', fields: [words('referral.error-words')], danger: true },
];

export interface Standing {
	readonly state: ReferralState;
	readonly extendedAt: Date | null;
	readonly withdrawalAskedBy: string | null;
}

/** The forms that a side may use now: the same table that refuses the others decides what is shown. */
export function formsFor(side: 'source' | 'target', standing: Standing): ReferralForm[] {
	return (side === 'target' ? targetForms : sourceForms).filter((form) => isOffered(form, side, standing));
}

function isOffered({ action }: ReferralForm, side: 'source' | 'target', standing: Standing): boolean {
	const { state, extendedAt, withdrawalAskedBy } = standing;
	const to = leadsTo[action];
	if (action === 'prolonger') return state === 'under-review' && !extendedAt;
	if (action === 'essayer') return mayMove('target', state, 'failed');
	// From a request just received, the waiting list is an acceptance and a wait at once.
	if (action === 'attendre')
		return mayMove('target', state, 'accepted') || mayMove('target', state, 'waiting-list');
	if (action === 'accepter-le-retrait')
		return takesBoth(state, 'withdrawn') && withdrawalAskedBy === 'source';
	if (action === 'repondre') return state === 'info-needed';
	if (action === 'rencontrer' && state === 'in-progress') return false;
	return to !== undefined && mayMove(side, state, to);
}
