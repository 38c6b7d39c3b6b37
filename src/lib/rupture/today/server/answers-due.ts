import { sql } from 'kysely';
import type { ReferralState } from '#lib/pathway/referrals/referral.ts';
import type { Act } from '#lib/server/act.ts';
import { dayOf } from '#lib/time/days.ts';

/** The most that a day lists. */
const most = 200;

/** A referral whose next move is ours: received and to answer, or sent and asked about. */
export interface AnswerRow {
	readonly id: string;
	readonly side: 'source' | 'target';
	readonly hatId: string | null;
	readonly state: ReferralState;
	readonly stateSince: Date;
	readonly answerBy: Date | null;
	readonly firstContactOn: string | null;
	readonly waitingUntil: string | null;
	readonly reviewOn: string | null;
	readonly domain: string;
	readonly urgent: boolean;
	readonly source: string | null;
	readonly target: string | null;
	/** Her name, as far as it may be read. */
	readonly person: string | null;
}

/** One query: what the organisation received and has to move, and what these workers sent and are asked about. */
export async function listAnswersDue(
	{ tx, at, actor }: Act,
	hatIds: readonly string[],
	late: readonly string[],
): Promise<AnswerRow[]> {
	const mine = actor.hat?.organisationId ?? null;
	const { rows } = await sql<AnswerRow>`
		select r.id, case when r.from_organisation_id = ${mine} then 'source' else 'target' end as side,
			case when r.from_organisation_id = ${mine} then r.from_hat_id end as hat_id, r.state, r.state_since,
			r.answer_by, r.first_contact_on, r.waiting_until, r.review_on, r.domain, r.urgent,
			coalesce(source.name, r.from_name) as source, target.name as target, named.value as person
		from referral r left join organisation source on source.id = r.from_organisation_id
			left join organisation target on target.id = r.to_organisation_id
			left join referral_field named on named.referral_id = r.id and named.name = 'name'
		where r.ended_at is null and (
			r.from_organisation_id is distinct from ${mine} and r.id = any(array(select received_referrals()))
				and (r.state in ('sent', 'under-review', 'accepted')
					or r.id = any(${late}::uuid[]) and r.state <> 'info-needed'
					or r.state in ('waiting-list', 'suspended') and least(r.review_on, r.waiting_until) <= ${dayOf(at)})
			or r.from_organisation_id = ${mine} and r.from_hat_id = any(${hatIds}::uuid[]) and r.state = 'info-needed')
		order by r.urgent desc, r.answer_by, r.state_since limit ${most}`.execute(tx);
	return rows;
}
