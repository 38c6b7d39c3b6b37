import { sql } from 'kysely';
import type { ReferralState } from '#lib/pathway/referrals/referral.ts';
import { openStepStates } from '#lib/pathway/steps/server/next-step.ts';
import type { StepState } from '#lib/pathway/steps/step.ts';
import type { Act } from '#lib/server/act.ts';
import { addDays, dayOf } from '#lib/time/days.ts';
import type { OpenAlert } from '../../alerts/alert.ts';
import type { Level } from '../../evaluate.ts';
import { endingMarks } from '../today.ts';

/** The most that one part of a day lists. */
const most = 300;

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
	/** The gravest alert that says that we are late. */
	readonly level: Level | null;
}

/** One query: what the organisation received, and what these workers sent. */
export async function listAnswersDue(act: Act, hatIds: readonly string[]): Promise<AnswerRow[]> {
	const mine = act.actor.hat?.organisationId ?? null;
	const { rows } = await sql<AnswerRow>`
		with received as materialized (select id from received_referrals() as id),
		late as materialized (
			select referral_id, min(array_position(array['last-call', 'rupture', 'attention'], level)) as gravity
			from alert where ended_at is null and referral_id in (select id from received) group by referral_id)
		select r.id, case when r.from_organisation_id = ${mine} then 'source' else 'target' end as side,
			case when r.from_organisation_id = ${mine} then r.from_hat_id end as hat_id, r.state, r.state_since,
			r.answer_by, r.first_contact_on, r.waiting_until, r.review_on, r.domain, r.urgent,
			coalesce(source.name, r.from_name) as source, target.name as target, named.value as person,
			(array['last-call', 'rupture', 'attention'])[late.gravity] as level
		from referral r left join late on late.referral_id = r.id
			left join organisation source on source.id = r.from_organisation_id
			left join organisation target on target.id = r.to_organisation_id
			left join referral_field named on named.referral_id = r.id and named.name = 'name'
		where r.ended_at is null and (
			r.from_organisation_id is distinct from ${mine} and r.id in (select id from received)
				and (r.state in ('sent', 'under-review', 'accepted') or late.gravity is not null and r.state <> 'info-needed'
					or r.state in ('waiting-list', 'suspended') and least(r.review_on, r.waiting_until) <= ${dayOf(act.at)})
			or r.from_organisation_id = ${mine} and r.from_hat_id = any(${hatIds}::uuid[]) and r.state = 'info-needed')
		limit ${most}`.execute(act.tx);
	return rows;
}

/** An alert, with what its sentence and its actions need. */
export interface AlertRow extends OpenAlert {
	readonly person: string | null;
	readonly hatId: string | null;
	readonly leads: boolean;
	readonly ownerName: string | null;
	/** The step that it is about, and whether ending it leaves nothing to do. */
	readonly step: {
		readonly id: string;
		readonly version: number;
		readonly state: StepState;
		readonly words: string;
		readonly owner: 'person' | 'worker';
		readonly ownerHatId: string | null;
		readonly last: boolean;
	} | null;
}

/** One query: the open alerts of the people whom these workers lead, and those whose next move is theirs. */
export async function listAlertsOf(act: Act, hatIds: readonly string[]): Promise<AlertRow[]> {
	const { id = null, organisationId = null } = act.actor.hat ?? {};
	const { rows } = await sql<AlertRow>`
		with led as materialized (select id, person_id, lead_hat_id, lead_organisation_id, state from pathway
			where lead_hat_id = any(${hatIds}::uuid[])),
		ours as materialized (select a.* from alert a where a.ended_at is null
			and (a.pathway_id in (select id from led) or a.owner_hat_id = any(${hatIds}::uuid[])))
		select a.id, a.rule, a.level, a.subject_kind, a.subject, a.person_id, a.pathway_id, a.referral_id, a.target_id,
			a.owner, a.owner_organisation_id, a.owner_hat_id, a.actions, a.params, a.occurred_at, a.since, a.risen_at,
			a.day::text as day, p.name as person, coalesce(led.lead_hat_id, a.owner_hat_id) as hat_id,
			led.id is not null as leads, target.name as target_name, owner.name as owner_name, said.useful, put.snooze,
			case when s.id is not null then jsonb_build_object('id', s.id, 'version', s.version, 'state', s.state,
				'words', s.words, 'owner', s.owner, 'ownerHatId', s.owner_hat_id, 'last', led.state = 'active' and not exists (
					select from step other where other.pathway_id = s.pathway_id and other.id <> s.id
						and other.state = any(${openStepStates}::text[]))) end as step
		from ours a left join led on led.id = a.pathway_id left join person p on p.id = a.person_id
			left join step s on a.subject_kind = 'steps' and s.id = a.subject and led.id is not null
			left join organisation target on target.id = a.target_id
			left join organisation owner on owner.id = a.owner_organisation_id
			left join alert_use said on said.alert_id = a.id and said.hat_id = ${id}
			left join lateral (select jsonb_build_object('until', z.until, 'reason', z.reason) as snooze from alert_snooze z
				where z.alert_id = a.id and z.organisation_id = ${organisationId} order by z.at desc limit 1) put on true
		order by a.risen_at, a.id`.execute(act.tx);
	return rows;
}

export interface AppointmentRow {
	readonly id: string;
	readonly pathwayId: string;
	readonly hatId: string;
	readonly version: number;
	readonly subjectLine: string;
	readonly startsAt: Date;
	readonly place: string | null;
	readonly person: string;
}

/** One query: the appointments still planned of these workers, by date, the first of them. */
export async function listAppointmentsDue({ tx }: Act, hatIds: readonly string[]): Promise<AppointmentRow[]> {
	const { rows } = await sql<AppointmentRow>`
		select a.id, a.pathway_id, a.hat_id, a.version, a.subject_line, a.starts_at, a.place, p.name as person
		from appointment a join pathway w on w.id = a.pathway_id join person p on p.id = w.person_id
		where a.hat_id = any(${hatIds}::uuid[]) and a.state = 'planned'
		order by a.starts_at, a.id limit ${most}`.execute(tx);
	return rows;
}

export interface AgreementRow {
	readonly id: string;
	readonly pathwayId: string;
	readonly hatId: string;
	readonly endsAt: Date;
	readonly organisation: string;
	readonly person: string;
}

/** One query: what the people led by these workers share, that ends soon and was neither renewed nor set aside. */
export async function listAgreementsEnding(
	{ tx, at, actor }: Act,
	hatIds: readonly string[],
): Promise<AgreementRow[]> {
	const last = new Date(at.getTime() + endingMarks[0] * 86_400_000);
	const { rows } = await sql<AgreementRow>`
		with led as materialized (select id, person_id, lead_hat_id from pathway
			where lead_hat_id = any(${hatIds}::uuid[]) and state <> 'closed')
		select a.id, led.id as pathway_id, led.lead_hat_id as hat_id, a.ends_at, o.name as organisation, p.name as person
		from led join agreement a on a.person_id = led.person_id join organisation o on o.id = a.organisation_id
			join person p on p.id = led.person_id
		where a.way <> 'referral' and a.revoked_at is null and a.ends_at > ${at} and a.ends_at <= ${last}
			and not exists (select from agreement n where n.person_id = a.person_id and n.organisation_id = a.organisation_id
				and n.level >= a.level and n.domains @> a.domains and n.revoked_at is null and n.ends_at > ${last})
			and not exists (select from set_aside d where d.hat_id = ${actor.hat?.id ?? null} and d.subject = a.id
				and d.until > ${dayOf(at)})
		order by a.ends_at, a.id limit ${most}`.execute(tx);
	return rows;
}

export interface RelayRow {
	readonly id: string;
	readonly hatId: string | null;
	readonly fromName: string;
	readonly fromOrganisation: string;
	readonly meetingOn: string | null;
	readonly proposedAt: Date;
	/** As far as an agreement tells it. */
	readonly person: string | null;
	readonly pathwayId: string | null;
}

/** One query: the relays that await the yes or no of these workers, or of anybody of their organisation. */
export async function listRelaysAwaited({ tx, actor }: Act, hatIds: readonly string[]): Promise<RelayRow[]> {
	const mine = actor.hat?.organisationId ?? null;
	const { rows } = await sql<RelayRow>`
		select r.id, r.to_hat_id as hat_id, r.from_name, o.name as from_organisation, r.meeting_on, r.proposed_at,
			p.name as person, case when p.id is not null then w.id end as pathway_id
		from relay r join organisation o on o.id = r.from_organisation_id
			left join pathway w on w.id = r.pathway_id left join person p on p.id = w.person_id
		where r.state = 'proposed' and r.to_organisation_id = ${mine}
			and (r.to_hat_id = any(${hatIds}::uuid[]) or r.to_hat_id is null and r.from_organisation_id <> ${mine})
		order by r.proposed_at limit ${most}`.execute(tx);
	return rows;
}

/** The start of yesterday, in Paris or a few hours before. */
export const sinceYesterday = (at: Date): Date => new Date(`${addDays(dayOf(at), -1)}T00:00:00Z`);
