import type {
	AttemptChannel,
	EndingKind,
	Guarantee,
	Institution,
	OutcomeKind,
} from '#lib/pathway/landmarks/landmark.ts';
import type { PathwayState } from '#lib/pathway/pathway.ts';
import type { ReasonCode, ReferralState } from '#lib/pathway/referrals/referral.ts';
import type { StepState } from '#lib/pathway/steps/step.ts';
import type { Domain } from '#lib/person/domain.ts';

export const contactWays = [
	'meeting',
	'visit',
	'phone',
	'message',
	'letter',
	'appointment',
	'assessment',
	'first-contact',
] as const;
export type ContactWay = (typeof contactWays)[number];
/** Facts of each kind, by ids; days are calendar dates YYYY-MM-DD. No word about anybody. */
interface Told {
	'person-known': { person: string; department: string; birthYear: number | null };
	'pathway-opened': { person: string; pathway: string; hat: string; organisation: string };
	/** `until` of a pause: the day when it is looked at again. */
	'pathway-moved': { pathway: string; state: PathwayState; until?: string };
	'pathway-led': { pathway: string; hat: string; organisation: string };
	/** Young, on the street, or alone: her silence is noticed twice as early. */
	'rhythm-set': { pathway: string; close: boolean };
	'goal-set': { pathway: string; goal: string; need: Domain };
	'goal-ended': { goal: string };
	'step-proposed': {
		pathway: string;
		step: string;
		goal: string | null;
		organisation: string;
		hat: string | null;
		dueOn: string;
		/** Whether she proposed it herself. */
		byPerson: boolean;
	};
	'step-moved': { step: string; state: StepState; until?: string };
	'step-due': { step: string; dueOn: string };
	'referral-drafted': {
		pathway: string;
		referral: string;
		goal: string | null;
		need: Domain;
		urgent: boolean;
		department: string;
		organisation: string;
		hat: string;
		to: string | null;
	};
	/** `to`: the organisation that has it; `until`: estimate of a waiting list, review of a suspension. */
	'referral-moved': {
		referral: string;
		state: ReferralState;
		to?: string;
		until?: string;
		agreement?: string;
		reason?: ReasonCode;
	};
	/** Something was said about it, by one side or the other. */
	'referral-news': { referral: string };
	'feedback-given': { referral: string; helped: 'yes' | 'partly' | 'no' | 'no-contact' };
	/** A real exchange or her presence; never a file nor an internal note. */
	contact: { person: string; day: string; way: ContactWay };
	/** A try that reached nobody. */
	attempt: { person: string; attempt: string; day: string; channel: AttemptChannel };
	'appointment-planned': { pathway: string; appointment: string; startsAt: number };
	'appointment-ended': { appointment: string; state: 'kept' | 'missed' | 'cancelled' };
	/** `forRequest`: of one referral alone; no step rests on it. */
	'agreement-given': {
		person: string;
		agreement: string;
		organisation: string;
		endsAt: number;
		forRequest: boolean;
	};
	'agreement-revoked': { agreement: string };
	'relay-proposed': { pathway: string; relay: string; hat: string; organisation: string };
	'relay-moved': { relay: string; state: 'accepted' | 'refused' | 'withdrawn' | 'effective' };
	/** A worker says which day she leaves, or left. */
	'departure-told': { hat: string; day: string };
	'ending-noted': { pathway: string; ending: string; what: EndingKind; day: string };
	'ending-tied': { ending: string };
	'ending-settled': { ending: string };
	'exit-noted': { pathway: string; exit: string; what: Institution; day: string };
	'exit-relayed': { exit: string };
	'outcome-noted': { pathway: string; outcome: string; what: OutcomeKind; day: string };
	'outcome-checked': { outcome: string; day: string };
	registered: { pathway: string; registration: string; what: Guarantee; day: string };
	assessed: { pathway: string };
	committed: { pathway: string };
}
export type FactKind = keyof Told;
/** One fact: what, and the instant it was told, in milliseconds. */
export type Fact = {
	[K in FactKind]: { readonly kind: K; readonly at: number } & Readonly<Told[K]>;
}[FactKind];
export type FactOf<K extends FactKind> = Extract<Fact, { kind: K }>;
