import { sql } from 'kysely';
import type { EndingKind, Guarantee, Institution, OutcomeKind } from '#lib/pathway/landmarks/landmark.ts';
import type { Act } from '#lib/server/act.ts';
import type { Fact } from '../facts.ts';
import { type AskedPeople, isAsked, ms } from './asked-people.ts';

interface AgreementRow {
	person: string;
	agreement: string;
	organisation: string;
	at: number;
	endsAt: number;
	revokedAt: number | null;
	forRequest: boolean;
}
/** What she agreed to share, until when, and what she took back. */
export async function loadAgreements({ tx }: Act, people: AskedPeople): Promise<Fact[]> {
	const { rows } = await sql<AgreementRow>`
		select a.person_id person, a.id agreement, a.organisation_id organisation, ${ms('a.recorded_at')} at, ${ms('a.ends_at')} ends_at,
			${ms('a.revoked_at')} revoked_at, a.way = 'referral' for_request
		from agreement a where ${isAsked(people, 'a')} order by a.recorded_at, a.id`.execute(tx);
	return rows.flatMap(({ revokedAt, ...row }): Fact[] => [
		{ kind: 'agreement-given', ...row },
		...(revokedAt === null
			? []
			: [{ kind: 'agreement-revoked', at: revokedAt, agreement: row.agreement } as const]),
	]);
}

interface RelayRow {
	pathway: string;
	relay: string;
	hat: string;
	organisation: string;
	at: number;
	state: 'proposed' | 'accepted' | 'refused' | 'withdrawn' | 'effective';
	movedAt: number;
}
/** Relays proposed and what became of them. */
export async function loadRelays({ tx }: Act, people: AskedPeople): Promise<Fact[]> {
	const { rows } = await sql<RelayRow>`
		select r.pathway_id pathway, r.id relay, r.from_hat_id hat, r.to_organisation_id organisation, ${ms('r.proposed_at')} at, r.state,
			(extract(epoch from coalesce(r.effective_at, r.answered_at, r.proposed_at)) * 1000)::float8 moved_at
		from relay r join pathway w on w.id = r.pathway_id where ${isAsked(people)} order by r.proposed_at, r.id`.execute(
		tx,
	);
	return rows.flatMap(({ state, movedAt, ...row }): Fact[] => [
		{ kind: 'relay-proposed', ...row },
		...(state === 'proposed' ? [] : [{ kind: 'relay-moved', at: movedAt, relay: row.relay, state } as const]),
	]);
}

/** Workers who leave, or left, and lead somebody's pathway. */
export async function loadDepartures({ tx }: Act, people: AskedPeople): Promise<Fact[]> {
	const { rows } = await sql<{ hat: string; at: number; day: string }>`
		with leaving as (
			select d.hat_id hat, d.leaves_on "day", d.told_at from departure d
			union all
			select h.id, (h.ended_at at time zone 'Europe/Paris')::date, h.ended_at from hat h where h.ended_at is not null)
		select l.hat, l."day"::text, (extract(epoch from l.told_at) * 1000)::float8 at from leaving l
		where exists (select from pathway w where w.lead_hat_id = l.hat and ${isAsked(people)}) order by l.told_at`.execute(
		tx,
	);
	return rows.map((row): Fact => ({ kind: 'departure-told', ...row }));
}

interface DatedRow {
	pathway: string;
	id: string;
	day: string;
	at: number;
	doneAt: number | null;
	settledAt: number | null;
}
/** Rights, papers, contracts and homes that end. */
export async function loadEndings({ tx }: Act, people: AskedPeople): Promise<Fact[]> {
	const { rows } = await sql<DatedRow & { what: EndingKind }>`
		select e.pathway_id pathway, e.id, e.kind what, e.ends_on::text "day", ${ms('e.noted_at')} at, ${ms('e.tied_at')} done_at,
			${ms('e.settled_at')} settled_at
		from ending e join pathway w on w.id = e.pathway_id where ${isAsked(people)} order by e.noted_at, e.id`.execute(
		tx,
	);
	return rows.flatMap(({ id: ending, pathway, what, day, at, doneAt, settledAt }): Fact[] => [
		{ kind: 'ending-noted', at, pathway, ending, what, day },
		...(doneAt === null ? [] : [{ kind: 'ending-tied', at: doneAt, ending } as const]),
		...(settledAt === null ? [] : [{ kind: 'ending-settled', at: settledAt, ending } as const]),
	]);
}

/** Ways out of a hospital, a prison, child care or a shelter. */
export async function loadExits({ tx }: Act, people: AskedPeople): Promise<Fact[]> {
	const { rows } = await sql<DatedRow & { what: Institution }>`
		select e.pathway_id pathway, e.id, e.kind what, e.leaves_on::text "day", ${ms('e.noted_at')} at, ${ms('e.relayed_at')} done_at
		from institution_exit e join pathway w on w.id = e.pathway_id where ${isAsked(people)} order by e.noted_at, e.id`.execute(
		tx,
	);
	return rows.flatMap(({ id: exit, pathway, what, day, at, doneAt }): Fact[] => [
		{ kind: 'exit-noted', at, pathway, exit, what, day },
		...(doneAt === null ? [] : [{ kind: 'exit-relayed', at: doneAt, exit } as const]),
	]);
}

/** What she entered, and each time news were taken; from which day a guarantee runs. */
export async function loadOutcomes({ tx }: Act, people: AskedPeople): Promise<Fact[]> {
	const entered = await sql<{ pathway: string; outcome: string; what: OutcomeKind; day: string; at: number }>`
		select o.pathway_id pathway, o.id outcome, o.kind what, o.entered_on::text "day", ${ms('o.noted_at')} at
		from outcome o join pathway w on w.id = o.pathway_id where ${isAsked(people)} order by o.noted_at, o.id`.execute(
		tx,
	);
	const checked = await sql<{ outcome: string; day: string; at: number }>`
		select c.outcome_id outcome, c.on_day::text "day", ${ms('c.noted_at')} at
		from outcome_check c join pathway w on w.id = c.pathway_id where ${isAsked(people)} order by c.noted_at`.execute(
		tx,
	);
	const registered = await sql<{
		pathway: string;
		registration: string;
		what: Guarantee;
		day: string;
		at: number;
	}>`
		select g.pathway_id pathway, g.id registration, g.kind what, g.since::text "day", ${ms('g.noted_at')} at
		from guarantee g join pathway w on w.id = g.pathway_id where ${isAsked(people)} order by g.noted_at, g.id`.execute(
		tx,
	);
	return [
		...entered.rows.map((row): Fact => ({ kind: 'outcome-noted', ...row })),
		...checked.rows.map((row): Fact => ({ kind: 'outcome-checked', ...row })),
		...registered.rows.map((row): Fact => ({ kind: 'registered', ...row })),
	];
}
