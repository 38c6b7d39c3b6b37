import { sql } from 'kysely';
import { NotYours, Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import type { OpenAlert, Snooze } from '../alert.ts';

const columns = (mine: string | null, ours: string | null) => sql`
	a.id, a.rule, a.level, a.subject_kind, a.subject, a.person_id, a.pathway_id, a.referral_id, a.target_id, a.owner,
	a.owner_organisation_id, a.owner_hat_id, a.actions, a.params, a.occurred_at, a.since, a.risen_at, a.day::text as day,
	target.name as target_name, said.useful,
	(select jsonb_build_object('until', s.until, 'reason', s.reason) from alert_snooze s
		where s.alert_id = a.id and s.organisation_id = ${ours} order by s.at desc limit 1) as snooze
	from alert a left join organisation target on target.id = a.target_id
		left join alert_use said on said.alert_id = a.id and said.hat_id = ${mine}`;

type Row = Omit<OpenAlert, 'snooze'> & { readonly snooze: Snooze | null };

/** The open alerts that the actor may read, the gravest and oldest first. @param whose only of the people that one hat leads */
export async function listAlerts({ tx, actor }: Act, whose?: string): Promise<OpenAlert[]> {
	const { id = null, organisationId = null } = actor.hat ?? {};
	const led = whose
		? sql`and a.pathway_id in (select w.id from pathway w where w.lead_hat_id = ${whose})`
		: sql``;
	const { rows } = await sql<Row>`
		select ${columns(id, organisationId)}
		where a.ended_at is null ${led}
		order by array_position(array['last-call', 'rupture', 'attention'], a.level), a.risen_at, a.id`.execute(
		tx,
	);
	return rows;
}

/** @throws NotYours when there is no such alert, or when the actor may not read it */
export async function findAlert(
	{ tx, actor }: Act,
	wanted: string,
	act: string,
): Promise<OpenAlert & { readonly endedAt: Date | null }> {
	const { id = null, organisationId = null } = actor.hat ?? {};
	const { rows } = await sql<Row & { readonly endedAt: Date | null }>`
		select a.ended_at, ${columns(id, organisationId)} where a.id = ${wanted}`.execute(tx);
	const [found] = rows;
	if (!found) throw new NotYours(act, wanted.split(':')[1] ?? '');
	return found;
}

/** @throws Refusal 409 when it has ended meanwhile; NotYours as above */
export async function openAlertToMove(act: Act, wanted: string, name: string): Promise<OpenAlert> {
	const found = await findAlert(act, wanted, name);
	if (found.endedAt) throw new Refusal(409, 'alerts.ended');
	return found;
}

/** Ruptures that ended since an instant, and of which nobody told what worked: the latest first, a few. */
export async function listRepaired({ tx, actor }: Act, since: Date): Promise<OpenAlert[]> {
	const { id = null, organisationId = null } = actor.hat ?? {};
	const { rows } = await sql<Row>`
		select ${columns(id, organisationId)}
		where a.ended_at >= ${since} and a.level <> 'attention'
			and a.pathway_id in (select w.id from pathway w where w.lead_hat_id = ${id})
			and a.id not in (select r.alert_id from alert_repair r)
		order by a.ended_at desc limit 3`.execute(tx);
	return rows;
}
