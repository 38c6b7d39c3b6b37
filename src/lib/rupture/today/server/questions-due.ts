import { sql } from 'kysely';
import type { Act } from '#lib/server/act.ts';
import { questionAfterDays } from '../today.ts';

/** The most that a day lists, and how far back it looks. */
const most = 100;
const furthestDays = 366;

/** A referral that the organisation says done, and of which she has said nothing yet. */
export interface QuestionRow {
	readonly id: string;
	readonly pathwayId: string;
	readonly hatId: string;
	readonly domain: string;
	readonly endedAt: Date;
	readonly target: string | null;
}

/** One query: what these workers sent and was done a fortnight ago or more, without her word (4.1 of the referrals). */
export async function listQuestionsDue(
	{ tx, at, actor }: Act,
	hatIds: readonly string[],
): Promise<QuestionRow[]> {
	const before = (days: number) => new Date(at.getTime() - days * 86_400_000);
	const { rows } = await sql<QuestionRow>`
		select r.id, r.pathway_id, r.from_hat_id as hat_id, r.domain, r.ended_at, target.name as target
		from referral r left join organisation target on target.id = r.to_organisation_id
		where r.from_organisation_id = ${actor.hat?.organisationId ?? null} and r.from_hat_id = any(${hatIds}::uuid[])
			and r.state = 'completed' and r.ended_at <= ${before(questionAfterDays)} and r.ended_at > ${before(furthestDays)}
			and not exists (select from referral_feedback f where f.referral_id = r.id)
		order by r.ended_at, r.id limit ${most}`.execute(tx);
	return rows;
}
