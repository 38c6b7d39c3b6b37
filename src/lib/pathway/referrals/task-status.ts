import type { ReferralState } from './referral.ts';

/** FHIR R4 Task.status, and the businessStatus that tells apart the states which share one (Gravity 3.0.0). */
export const taskStatuses = {
	draft: ['draft', null],
	'awaiting-person': ['draft', 'awaiting-person'],
	sent: ['requested', null],
	'under-review': ['requested', 'under-review'],
	'info-needed': ['requested', 'info-needed'],
	accepted: ['accepted', null],
	'waiting-list': ['on-hold', 'waitlist'],
	'in-progress': ['in-progress', null],
	suspended: ['on-hold', null],
	refused: ['rejected', null],
	redirected: ['rejected', 'redirected'],
	withdrawn: ['cancelled', null],
	'declined-by-person': ['cancelled', 'declined-by-person'],
	unanswered: ['cancelled', 'expired'],
	completed: ['completed', null],
	failed: ['failed', null],
	'entered-in-error': ['entered-in-error', null],
} as const satisfies Record<ReferralState, readonly [string, string | null]>;
export type TaskStatus = (typeof taskStatuses)[ReferralState][0];

export const taskStatusOf = (state: ReferralState): TaskStatus => taskStatuses[state][0];
export const businessStatusOf = (state: ReferralState): string | null => taskStatuses[state][1];
