import { sql } from 'kysely';
import type { Act } from '#lib/server/act.ts';
import { dayOf } from '#lib/time/days.ts';
import { endingMarks } from '../today.ts';

export interface AgreementRow {
	readonly id: string;
	readonly personId: string;
	readonly endsAt: Date;
	readonly organisation: string;
}

/** One query: what some people share that ends soon, and that was neither renewed, nor set aside by the actor. */
export async function listAgreementsEnding(
	{ tx, at, actor }: Act,
	personIds: readonly string[],
): Promise<AgreementRow[]> {
	const last = new Date(at.getTime() + endingMarks[0] * 86_400_000);
	const { rows } = await sql<AgreementRow>`
		select a.id, a.person_id, a.ends_at, o.name as organisation
		from agreement a join organisation o on o.id = a.organisation_id
		where a.person_id = any(${personIds}::uuid[]) and a.way <> 'referral' and a.revoked_at is null
			and a.ends_at > ${at} and a.ends_at <= ${last}
			and not exists (select from agreement n where n.person_id = a.person_id and n.organisation_id = a.organisation_id
				and n.level >= a.level and n.domains @> a.domains and n.revoked_at is null and n.ends_at > ${last})
			and not exists (select from set_aside d where d.hat_id = ${actor.hat?.id ?? null} and d.subject = a.id
				and d.until > ${dayOf(at)})
		order by a.ends_at, a.id`.execute(tx);
	return rows;
}
