import { among, referralCode, stepCode } from '../state.ts';

/** Somebody carries the request, or the person is asked whether it may leave. */
export const carriedMask = among(
	referralCode,
	'awaiting-person',
	'sent',
	'under-review',
	'info-needed',
	'accepted',
	'waiting-list',
	'in-progress',
	'suspended',
);
/** It was said no, or nothing: another way has to be found. */
export const brokenMask = among(referralCode, 'refused', 'failed', 'unanswered');
export const completed = 1 << referralCode.completed;
/** What somebody has to do, or says yes to. */
export const openStepMask = among(
	stepCode,
	'proposed',
	'accepted',
	'planned',
	'in-progress',
	'missed',
	'suspended',
);
export const has = (mask: number, code: number | undefined): boolean => ((mask >> (code ?? 0)) & 1) === 1;
