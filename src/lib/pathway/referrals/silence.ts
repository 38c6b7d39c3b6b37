import { isBusinessDay, takeBusinessDays } from '#lib/time/business-days.ts';
import { dateIn, zoneOf } from '#lib/time/zone.ts';
import type { ReferralState } from './referral.ts';
import { clocks } from './referral-clock.ts';

/** Who is told, in turn, that an organisation does not answer; the last comes with the end of the wait. */
export const silenceSteps = ['reminder', 'managers', 'coordination'] as const;
export type SilenceStep = (typeof silenceSteps)[number];

const toldAfter: Readonly<Record<SilenceStep, number>> = {
	reminder: clocks.remindAfter,
	managers: clocks.escalateAfter,
	coordination: clocks.answerWithin,
};

/** A silence lasts only while the answer is the target's to give: not while a question waits, nor once she said no. */
export const waitsForAnswer = (state: ReferralState): boolean => state === 'sent' || state === 'under-review';

/**
 * When each is told, counted back from the day of the answer: what puts that day off puts them off too. Business days
 * of the target's département, at the hour of the sending (pathways 4.1: 2, 4 and 10 days).
 */
export const silenceDates = (answerBy: Date, department: string): Readonly<Record<SilenceStep, Date>> => ({
	reminder: takeBusinessDays(answerBy, clocks.answerWithin - toldAfter.reminder, department),
	managers: takeBusinessDays(answerBy, clocks.answerWithin - toldAfter.managers, department),
	coordination: answerBy,
});

export interface Silent {
	readonly state: ReferralState;
	readonly answerBy: Date;
	readonly remindedAt: Date | null;
	readonly escalatedAt: Date | null;
	readonly department: string;
}

/** What is due of a referral that waits for its target, if anything; nothing on a day when nobody works there. */
export function silenceDue(
	{ state, answerBy, remindedAt, escalatedAt, department }: Silent,
	at: Date,
): SilenceStep | undefined {
	if (!waitsForAnswer(state) || !isBusinessDay(dateIn(at, zoneOf(department).clock), department))
		return undefined;
	const dates = silenceDates(answerBy, department);
	if (at >= dates.coordination) return 'coordination';
	if (at >= dates.managers) return escalatedAt ? undefined : 'managers';
	return at >= dates.reminder && !remindedAt && !escalatedAt ? 'reminder' : undefined;
}
