import { sql } from 'kysely';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import type { Level, Proof, Purpose } from '../agreement.ts';

/** An agreement with the name of whom it lets read, as far as the actor may know it. */
export interface FoundAgreement {
	readonly id: string;
	readonly personId: string;
	readonly organisationId: string;
	readonly organisation: string;
	readonly team: string | null;
	readonly level: Level;
	readonly domains: readonly string[];
	readonly purpose: Purpose;
	readonly startsAt: Date;
	readonly endsAt: Date;
	readonly proof: Proof;
	readonly witness: string | null;
	readonly language: string;
	readonly textVersion: string;
	readonly way: string;
	readonly recordedAt: Date;
	/** The organisation that recorded it; null when she gave it by her own hand. */
	readonly recordedBy: string | null;
	readonly revokedAt: Date | null;
}

const found = sql`
	select a.id, a.person_id, a.organisation_id, o.name as organisation, a.team, a.level, a.domains, a.purpose, a.starts_at,
		a.ends_at, a.proof, a.witness, a.language, a.text_version, a.way, a.recorded_at, r.name as recorded_by, a.revoked_at
	from agreement a join organisation o on o.id = a.organisation_id left join organisation r on r.id = a.recorded_by`;

/** What a person shares, or shared, the latest first: all of it for her lead organisation, its own for another. */
export async function listAgreements({ tx }: Act, personId: string): Promise<FoundAgreement[]> {
	const { rows } = await sql<FoundAgreement>`
		${found} where a.person_id = ${personId}::uuid order by a.recorded_at desc, a.id limit 500`.execute(tx);
	return rows;
}

/** @throws Refusal 404 when there is none of that id for this person, for the actor */
export async function findAgreement({ tx }: Act, personId: string, id: string): Promise<FoundAgreement> {
	const { rows } = await sql<FoundAgreement>`
		${found} where a.person_id = ${personId}::uuid and a.id::text = ${id}`.execute(tx);
	if (!rows[0]) throw new Refusal(404, 'problem.nothing-here');
	return rows[0];
}
