import type { ReferralState } from './referral.ts';

/** How long each wait lasts, in business days unless said; settings of a territory, these are the defaults of 4.1. */
export const clocks = {
	remindAfter: 2,
	escalateAfter: 4,
	answerWithin: 10,
	extension: 5,
	sourceAnswersWithin: 3,
	firstContactWithin: 5,
	urgentFirstContactWithin: 1,
	alternativeWithin: 2,
	confirmWithin: 5,
	/** Calendar days. */
	waitingReviewDays: 30,
	longestSuspensionDays: 60,
	linkLivesBusinessDays: 10,
} as const;

/** Who must move next, once it stands in a state; nobody when it has ended well. */
export type Ball = 'source' | 'target' | 'person' | 'nobody';

export const ballOf = (state: ReferralState): Ball => balls[state];

const balls: Readonly<Record<ReferralState, Ball>> = {
	draft: 'source',
	'awaiting-person': 'person',
	sent: 'target',
	'under-review': 'target',
	'info-needed': 'source',
	accepted: 'target',
	'waiting-list': 'target',
	'in-progress': 'target',
	suspended: 'target',
	// A refusal, a silence or a failure obliges another way.
	refused: 'source',
	redirected: 'source',
	unanswered: 'source',
	failed: 'source',
	withdrawn: 'nobody',
	'declined-by-person': 'nobody',
	completed: 'person',
	'entered-in-error': 'nobody',
};
