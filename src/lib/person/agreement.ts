import { ordinaryDomains, subjects } from './domain.ts';

/**
 * What an organisation may read: 1 identity and contact; 2 this request; 3 steps and appointments; 4 assessment, by
 * domain; 5 sensitive subjects, which no other level contains. Level 0, nothing, is the absence of agreement.
 */
export const levels = [1, 2, 3, 4, 5] as const;
export type Level = (typeof levels)[number];

export const purposes = [
	'follow-up',
	'referral',
	'relay',
	'open-rights',
	'lodging',
	'health',
	'work',
] as const;
export type Purpose = (typeof purposes)[number];
export const proofs = ['signed', 'oral', 'click', 'helper', 'code'] as const;
export type Proof = (typeof proofs)[number];

/** The version of the sentences that she is read; changing them changes it. */
export const textVersion = '2026-11';

/** The longest an agreement holds, in months: never without an end. Silence is not renewal. */
export const longestMonths = 12;

export interface Agreement {
	readonly level: Level;
	readonly domains: readonly string[];
	readonly startsAt: Date;
	readonly endsAt: Date;
	readonly revokedAt: Date | null;
}

/** Whether it holds at an instant: begun, not ended, not withdrawn. */
export const holds = ({ startsAt, endsAt, revokedAt }: Agreement, at: Date): boolean =>
	revokedAt === null && startsAt <= at && at < endsAt;

/** What a level may name: domains of the assessment for 4, sensitive subjects for 5, nothing for the others. */
export const namedBy = (level: Level): readonly string[] =>
	level === 4 ? ordinaryDomains : level === 5 ? subjects : [];
