import { sql } from 'kysely';
import type { AttemptChannel } from '#lib/pathway/landmarks/landmark.ts';
import type { Act } from '#lib/server/act.ts';
import type { ContactWay, Fact } from '../facts.ts';
import { type AskedPeople, isAsked, ms } from './asked-people.ts';

/** Exchanges: what a note tells of one, assessments made together; tries that reached nobody. */
export async function loadContacts({ tx }: Act, people: AskedPeople): Promise<Fact[]> {
	const met = await sql<{ person: string; at: number; day: string; way: ContactWay }>`
		select w.person_id person, ${ms('n.written_at')} at, n.contact_on::text "day", n.contact_way way
		from note n join pathway w on w.id = n.pathway_id where n.contact_on is not null and ${isAsked(people)}
		union all
		select w.person_id, ${ms('s.made_at')}, s.answered_on::text, 'assessment'
		from assessment s join pathway w on w.id = s.pathway_id where s.manner = 'together' and ${isAsked(people)}
		order by at`.execute(tx);
	const tried = await sql<{
		person: string;
		attempt: string;
		at: number;
		day: string;
		channel: AttemptChannel;
	}>`
		select w.person_id person, t.id attempt, ${ms('t.noted_at')} at, t.on_day::text "day", t.channel
		from contact_attempt t join pathway w on w.id = t.pathway_id where ${isAsked(people)}
		order by t.noted_at, t.id`.execute(tx);
	return [
		...met.rows.map((row): Fact => ({ kind: 'contact', ...row })),
		...tried.rows.map((row): Fact => ({ kind: 'attempt', ...row })),
	];
}

interface AppointmentRow {
	pathway: string;
	appointment: string;
	at: number;
	startsAt: number;
	state: 'planned' | 'kept' | 'missed' | 'cancelled';
}
/** Appointments; one that is over is so since it was to start. */
export async function loadAppointments({ tx }: Act, people: AskedPeople): Promise<Fact[]> {
	const { rows } = await sql<AppointmentRow>`
		select a.pathway_id pathway, a.id appointment, ${ms('a.made_at')} at, ${ms('a.starts_at')} starts_at, a.state
		from appointment a join pathway w on w.id = a.pathway_id where ${isAsked(people)}
		order by a.made_at, a.id`.execute(tx);
	return rows.flatMap(({ state, ...row }): Fact[] => [
		{ kind: 'appointment-planned', ...row },
		...(state === 'planned'
			? []
			: [
					{
						kind: 'appointment-ended',
						at: Math.max(row.at, row.startsAt),
						appointment: row.appointment,
						state,
					} as const,
				]),
	]);
}

/** Assessments made, commitments that she signed, and how closely she is to be followed. */
export async function loadLandmarks({ tx }: Act, people: AskedPeople): Promise<Fact[]> {
	const { rows } = await sql<{ kind: 'assessed' | 'committed'; at: number; pathway: string }>`
		select 'assessed' kind, ${ms('s.made_at')} at, s.pathway_id pathway
		from assessment s join pathway w on w.id = s.pathway_id where ${isAsked(people)}
		union all
		select 'committed', ${ms('g.signed_at')}, g.pathway_id
		from signature g join document d on d.id = g.document_id join pathway w on w.id = g.pathway_id
		where d.kind = 'commitment' and g.signer in ('person', 'helper') and ${isAsked(people)}
		order by at`.execute(tx);
	const rhythms = await sql<{ at: number; pathway: string; close: boolean }>`
		select ${ms('h.noted_at')} at, h.pathway_id pathway, h.close
		from contact_rhythm h join pathway w on w.id = h.pathway_id where ${isAsked(people)} order by h.noted_at`.execute(
		tx,
	);
	return [...rows, ...rhythms.rows.map((row): Fact => ({ kind: 'rhythm-set', ...row }))];
}
