import { sql } from 'kysely';
import type { Act } from '#lib/server/act.ts';
import type { Alert } from '../../evaluate.ts';

/** What changed for the people looked at. */
export interface Kept {
	readonly raised: number;
	readonly ended: number;
}

/**
 * Writes what the rules see of some people, and ends what they see no more; one statement for each. An alert that grows
 * keeps its row; the same one found by two processes is raised once.
 */
export async function keepAlerts(
	act: Act,
	people: readonly string[],
	found: readonly Alert[],
): Promise<Kept> {
	const ended = await endOthers(act, people, found);
	if (found.length === 0) return { raised: 0, ended };
	const { rows } = await sql<{ raised: boolean }>`
		insert into alert (id, rule, level, subject_kind, subject, person_id, pathway_id, referral_id, target_id, owner,
			owner_organisation_id, owner_hat_id, actions, params, occurred_at, since, risen_at, day, raised_at)
		select a.*, ${act.at} from jsonb_to_recordset(${JSON.stringify(found.map(rowOf))}::jsonb) as a (id text, rule text,
			level text, subject_kind text, subject uuid, person_id uuid, pathway_id uuid, referral_id uuid, target_id uuid,
			owner text, owner_organisation_id uuid, owner_hat_id uuid, actions text[], params jsonb, occurred_at timestamptz,
			since timestamptz, risen_at timestamptz, day date)
		on conflict (id) do update set level = excluded.level, owner = excluded.owner,
			owner_organisation_id = excluded.owner_organisation_id, owner_hat_id = excluded.owner_hat_id,
			target_id = excluded.target_id, params = excluded.params, since = excluded.since, risen_at = excluded.risen_at,
			day = excluded.day, ended_at = null
		where (alert.level, alert.owner, alert.owner_organisation_id, alert.owner_hat_id, alert.params, alert.ended_at)
			is distinct from (excluded.level, excluded.owner, excluded.owner_organisation_id, excluded.owner_hat_id, excluded.params, null)
		returning raised_at = ${act.at} as raised`.execute(act.tx);
	return { raised: rows.filter(({ raised }) => raised).length, ended };
}

const rowOf = (alert: Alert) => ({
	id: alert.id,
	rule: alert.rule,
	level: alert.level,
	subject_kind: alert.subject.kind,
	subject: alert.subject.id,
	person_id: alert.personId,
	pathway_id: alert.pathwayId,
	referral_id: alert.subject.kind === 'referrals' ? alert.subject.id : null,
	target_id: alert.targetId,
	owner: alert.owner.who,
	owner_organisation_id: alert.owner.organisationId,
	owner_hat_id: alert.owner.hatId,
	actions: alert.actions,
	params: alert.params,
	occurred_at: alert.occurredAt,
	since: alert.since,
	risen_at: alert.risenAt,
	day: alert.day,
});

async function endOthers(
	{ tx, at }: Act,
	people: readonly string[],
	found: readonly Alert[],
): Promise<number> {
	const { numUpdatedRows } = await tx
		.updateTable('alert')
		.set({ endedAt: at })
		.where('endedAt', 'is', null)
		.where(sql<boolean>`person_id = any (${people}::uuid[])`)
		.where(sql<boolean>`id <> all (${found.map(({ id }) => id)}::text[])`)
		.executeTakeFirstOrThrow();
	return Number(numUpdatedRows);
}
