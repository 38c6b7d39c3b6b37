import { sql } from 'kysely';
import type { Act } from '#lib/server/act.ts';

/**
 * Says which pathway the rest of the act is about. It opens nothing: row security asks its question for that one, and
 * not for everybody whom the organisation follows (`db/migrations/0035-at-hand.sql`).
 */
export const takeInHand = async ({ tx }: Pick<Act, 'tx'>, pathwayId: string): Promise<void> => {
	await sql`select set_config('app.pathway', ${pathwayId}, true)`.execute(tx);
};

/** The same, for whoever knows only the referral. */
export const takeReferralInHand = async ({ tx }: Pick<Act, 'tx'>, referralId: string): Promise<void> => {
	await sql`select hold_referral(${referralId})`.execute(tx);
};
