import { sql } from 'kysely';
import { openStepStates } from '#lib/pathway/steps/server/next-step.ts';
import type { Act } from '#lib/server/act.ts';
import type { DayAlert } from '../joined-day.ts';

/**
 * One query: the open alerts of some pathways, those whose next move is of these workers, and those of the requests that
 * their organisation received.
 */
export async function listDayAlerts(
	{ tx, actor }: Act,
	pathwayIds: readonly string[],
	hatIds: readonly string[],
): Promise<DayAlert[]> {
	const { id = null, organisationId = null } = actor.hat ?? {};
	const { rows } = await sql<DayAlert>`
		select a.id, a.rule, a.level, a.subject_kind, a.subject, a.person_id, a.pathway_id, a.referral_id, a.target_id,
			a.owner, a.owner_organisation_id, a.owner_hat_id, a.actions, a.params, a.occurred_at, a.since, a.risen_at,
			a.day::text as day, target.name as target_name, owner.name as owner_name, said.useful, put.snooze,
			case when s.id is not null then jsonb_build_object('id', s.id, 'version', s.version, 'state', s.state,
				'words', s.words, 'owner', s.owner, 'ownerHatId', s.owner_hat_id, 'others', exists (
					select from step other where other.pathway_id = s.pathway_id and other.id <> s.id
						and other.state = any(${openStepStates}::text[]))) end as step
		from alert a left join step s on a.subject_kind = 'steps' and s.id = a.subject
			left join organisation target on target.id = a.target_id
			left join organisation owner on owner.id = a.owner_organisation_id
			left join alert_use said on said.alert_id = a.id and said.hat_id = ${id}
			left join lateral (select jsonb_build_object('until', z.until, 'reason', z.reason) as snooze from alert_snooze z
				where z.alert_id = a.id and z.organisation_id = ${organisationId} order by z.at desc limit 1) put on true
		where a.ended_at is null and (a.pathway_id = any(${pathwayIds}::uuid[])
			or a.owner_organisation_id = ${organisationId} and a.owner_hat_id = any(${hatIds}::uuid[])
			or a.referral_id = any(array(select received_referrals())))
		order by a.risen_at, a.id`.execute(tx);
	return rows;
}
