import { fewest } from '#lib/small-counts.ts';
import { businessDaysBetween } from '#lib/time/business-days.ts';
import type { ReferralState } from './referral.ts';

/** Under so many, a figure could tell somebody's story: nothing at all is said. */
export const fewestCounted = fewest;

/** What is read of a referral to count answers: nobody's name, no word. */
export interface CountedReferral {
	readonly state: ReferralState;
	readonly sentAt: Date;
	readonly answeredAt: Date | null;
	/** Whose holidays its clock keeps. */
	readonly department: string;
	/** What she said of it, when she did. */
	readonly helped: string | null;
}

export interface ServiceAnswers {
	readonly referrals: number;
	/** Business days from sent to answered, the median; null when nobody was answered. */
	readonly medianDays: number | null;
	readonly accepted: number;
	readonly refused: number;
	readonly unanswered: number;
	/** Percentage of those who said that it helped, wholly or partly; null when fewer than eleven said anything. */
	readonly helped: number | null;
}

/** How a service answers the referrals it got, or nothing when fewer than eleven had their answer. */
export function countAnswers(referrals: readonly CountedReferral[]): ServiceAnswers | null {
	const ended = referrals.filter((referral) => outcomeOf(referral) !== null);
	if (ended.length < fewestCounted) return null;
	const many = (outcome: Outcome) => ended.filter((referral) => outcomeOf(referral) === outcome).length;
	return {
		referrals: ended.length,
		medianDays: medianOf(ended.flatMap(delayOf)),
		accepted: many('accepted'),
		refused: many('refused'),
		unanswered: many('unanswered'),
		helped: helpedShare(ended),
	};
}

type Outcome = 'accepted' | 'refused' | 'unanswered';

const yes: readonly ReferralState[] = [
	'accepted',
	'waiting-list',
	'in-progress',
	'suspended',
	'completed',
	'failed',
];

/** What was taken back before any answer says nothing of the service; after one, that answer stays. */
function outcomeOf({ state, answeredAt }: CountedReferral): Outcome | null {
	if (state === 'unanswered') return 'unanswered';
	if (state === 'refused' || state === 'redirected') return 'refused';
	if (yes.includes(state)) return 'accepted';
	return state !== 'entered-in-error' && answeredAt ? 'accepted' : null;
}

const delayOf = ({ sentAt, answeredAt, department }: CountedReferral): number[] =>
	answeredAt ? [businessDaysBetween(sentAt, answeredAt, department)] : [];

function medianOf(values: readonly number[]): number | null {
	const sorted = values.toSorted((a, b) => a - b);
	const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
	return low === undefined || high === undefined ? null : (low + high) / 2;
}

function helpedShare(referrals: readonly CountedReferral[]): number | null {
	const said = referrals.flatMap(({ helped }) => helped ?? []);
	if (said.length < fewestCounted) return null;
	return Math.round((100 * said.filter((one) => one === 'yes' || one === 'partly').length) / said.length);
}
