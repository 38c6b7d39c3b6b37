import { dateIn, instantOf } from '#lib/time/zone.ts';
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
/** `received`: another organisation says that it recorded it; the witness is then that organisation. */
export type Proof = (typeof proofs)[number] | 'received';

/** The version of the sentences that she is read; changing them changes it. */
export const textVersion = '2026-11';

/** The longest an agreement holds, in months: never without an end. Silence is not renewal. */
export const longestMonths = 12;

/** How long it holds when nobody says: a paper is looked at again sooner, since nobody reminds her of it. */
export const usualMonths = (proof: Proof): number => (proof === 'signed' ? 6 : longestMonths);

/** Proofs that say who else was there: a witness, or whoever helped her. */
export const witnessed = (proof: Proof): boolean => proof === 'oral' || proof === 'helper';

/** How she may say that she stops; from her own space when she has one. */
export const stopWays = ['in-person', 'phone', 'paper'] as const;
export type StopWay = (typeof stopWays)[number];

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

const clock = 'Europe/Paris';
const day = 86_400_000;

/** The instant at which an agreement that holds « jusqu’au » a calendar day ends: when that day does in Paris. */
export function endOf(lastDay: string, startsAt: Date): Date {
	const end = instantOf(Date.parse(`${lastDay}T00:00:00Z`) + day, clock);
	return new Date(Math.min(end.getTime(), startsAt.getTime() + 366 * day));
}

/** The last calendar day on which it holds: what is said and printed. */
export const lastDayOf = (endsAt: Date): string => dateIn(new Date(endsAt.getTime() - 1), clock);

/** What is left once a part is stopped; null when nothing is. */
export type Part = { readonly without: readonly string[] } | { readonly onlyLevel: Level };

/**
 * What is left of an agreement once a part of it is stopped: some domains fewer, or a lower level. Null when the part
 * is the whole, or is not a part of it.
 */
export function leftOf(
	{ level, domains }: Pick<Agreement, 'level' | 'domains'>,
	part: Part,
): Pick<Agreement, 'level' | 'domains'> | null {
	if ('onlyLevel' in part)
		return level !== 5 && part.onlyLevel < level && part.onlyLevel < 4
			? { level: part.onlyLevel, domains: [] }
			: null;
	const kept = domains.filter((domain) => !part.without.includes(domain));
	return kept.length > 0 && kept.length < domains.length ? { level, domains: kept } : null;
}
