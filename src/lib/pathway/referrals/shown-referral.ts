import type { TextKey } from '#lib/texts/catalogue.ts';
import { translate } from '#lib/texts/translator.ts';
import { frenchDate } from '#lib/time/dates.ts';
import { dayOf } from '#lib/time/days.ts';
import { type FieldName, isEnded, type ReferralState } from './referral.ts';
import { type Ball, ballOf } from './referral-clock.ts';

export const stateLabel = (state: ReferralState): string => translate(`referral.state-${state}`);

const coded: Partial<Record<FieldName, (value: string) => string>> = {
	'contact-rule': (value) => translate(`referral.contact-${value}` as TextKey),
	interpreter: () => translate('referral.interpreter-needed'),
};

/** A field of the payload in words. */
export const shownField = ({ name, value }: { name: FieldName; value: string }) => ({
	name,
	label: translate(`referral.field-${name}`),
	value: coded[name]?.(value) ?? value,
});

export interface Waiting {
	readonly state: ReferralState;
	readonly stateSince: Date;
	readonly answerBy: Date | null;
	readonly firstContactOn: string | null;
	readonly waitingUntil: string | null;
	readonly reviewOn: string | null;
}

/** Who must act, seen from one side, and until when: one sentence. */
export function sayClock(referral: Waiting, side: 'source' | 'target' | 'reader', at: Date): string {
	const { state, answerBy } = referral;
	if (answerBy && (state === 'sent' || state === 'under-review'))
		return translate(side === 'target' ? 'referral.clock-answer-you' : 'referral.clock-answer', {
			date: frenchDate(dayOf(answerBy)),
			late: answerBy < at ? 'yes' : 'no',
		});
	const date = dateOf(referral);
	return translate(`referral.clock-${state}`, {
		date: date ? frenchDate(date) : '',
		known: date ? 'yes' : 'no',
	});
}

const dateOf = ({ state, firstContactOn, waitingUntil, reviewOn }: Waiting): string | null => {
	if (state === 'accepted') return firstContactOn;
	if (state === 'waiting-list') return waitingUntil;
	return state === 'suspended' ? reviewOn : null;
};

/** Whether the next move is for one side; the person's is for nobody here. */
export const isYours = (state: ReferralState, side: 'source' | 'target' | 'reader'): boolean =>
	ballOf(state) === side;

/** The word above a referral: « À vous », « À la structure ». */
export const ballLabel = (state: ReferralState, side: 'source' | 'target' | 'reader'): string => {
	const ball: Ball = ballOf(state);
	if (ball === side) return translate('referral.ball-you');
	return translate(`referral.ball-${ball}`);
};

/** The five marks of the way a referral goes: sent, read, accepted, met, closed. */
export const wayOf = (state: ReferralState): number => {
	if (isEnded(state)) return 5;
	if (state === 'in-progress' || state === 'suspended') return 4;
	if (state === 'accepted' || state === 'waiting-list') return 3;
	if (state === 'under-review' || state === 'info-needed') return 2;
	return state === 'sent' ? 1 : 0;
};

/** A referral as lists show it. */
export interface Shown extends Waiting {
	readonly id: string;
	readonly domain: string;
	readonly urgent: boolean;
	readonly source: string;
	readonly target: string | null;
	readonly service: string | null;
	/** Her name, while it may still be read. */
	readonly person: string | null;
}
