import type { TextKey } from '#lib/texts/catalogue.ts';
import { addDays } from '#lib/time/days.ts';
import {
	type ClosingReason,
	canPathwayBecome,
	longestCheckDays,
	longestPauseDays,
	type PathwayState,
} from './pathway.ts';

/** What a pathway must have to move: looked at under the same lock as the move itself. */
export interface PathwayFacts {
	readonly state: PathwayState;
	/** An open step has an owner and a date: the table asks both. */
	readonly hasOpenStep: boolean;
	readonly openReferrals: number;
	/** The lead passed to another since it was opened, or opened again. */
	readonly relayed: boolean;
}
export type WhyNot = TextKey | undefined;

/** A first step is there, or comes with the form. */
type Stepped = Pick<PathwayFacts, 'state' | 'hasOpenStep'>;

export function pathwayCannotActivateBecause({ state, hasOpenStep }: Stepped): WhyNot {
	if (state !== 'to-open') return 'pathway.not-to-open';
	return hasOpenStep ? undefined : 'pathway.needs-step';
}

export function pathwayCannotResumeBecause({ state, hasOpenStep }: Stepped): WhyNot {
	if (state !== 'paused') return 'pathway.not-paused';
	return hasOpenStep ? undefined : 'pathway.needs-step';
}

export function pathwayCannotReopenBecause({ state, hasOpenStep }: Stepped): WhyNot {
	if (state !== 'closed') return 'pathway.not-closed';
	return hasOpenStep ? undefined : 'pathway.needs-step';
}

/** A pause has a day at which it is looked at again (YYYY-MM-DD): after today, ninety days away at most. */
export function pathwayCannotPauseBecause(
	{ state }: Pick<PathwayFacts, 'state'>,
	reviewOn: string,
	today: string,
): WhyNot {
	if (!canPathwayBecome(state, 'paused')) return 'pathway.not-active';
	if (reviewOn <= today) return 'pathway.review-past';
	return reviewOn > addDays(today, longestPauseDays) ? 'pathway.review-far' : undefined;
}

/** What is said when a pathway closes. */
export interface Closing {
	readonly reason: ClosingReason;
	readonly noFurtherSupport: boolean;
	/** When news are taken (YYYY-MM-DD). */
	readonly checkOn: string;
}

/**
 * Nobody is let go between two services: what was asked of others is ended, and somebody takes over, or she said that
 * she wishes no further support. Somebody who died is asked nothing.
 */
export function pathwayCannotCloseBecause(facts: PathwayFacts, closing: Closing, today: string): WhyNot {
	if (!canPathwayBecome(facts.state, 'closed')) return 'pathway.closed-already';
	if (facts.openReferrals > 0) return 'pathway.close-referrals';
	if (!facts.relayed && !closing.noFurtherSupport && closing.reason !== 'died') return 'pathway.close-follow';
	if (closing.checkOn <= today) return 'pathway.check-past';
	return closing.checkOn > addDays(today, longestCheckDays) ? 'pathway.check-far' : undefined;
}
