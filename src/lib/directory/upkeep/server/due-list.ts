import { sql } from 'kysely';
import type { Act } from '#lib/server/act.ts';
import { dayInParis, isDueOn } from './due-services.ts';

/** A service on the list of what to look at. Dates are calendar days, YYYY-MM-DD. */
export interface DueService {
	readonly id: string;
	readonly name: string;
	readonly updatedOn: string;
	readonly verifiedOn: string | null;
	readonly reviewMonths: number;
	readonly due: boolean;
}
export interface DueOrganisation {
	readonly id: string;
	readonly name: string;
	readonly phone: string | null;
	readonly email: string | null;
	/** When it was last written to. */
	readonly askedAt: Date | null;
	/** It asked for silence, or has no address that may be used. */
	readonly silent: boolean;
	readonly services: readonly DueService[];
}
export interface DueList {
	readonly organisations: readonly DueOrganisation[];
	readonly total: number;
	readonly services: number;
}

interface Wanted {
	/** One organisation, with all its services; undefined: those that have some due. */
	readonly organisationId?: string | undefined;
	/** Kind and code; undefined: everywhere. */
	readonly territory?: { readonly kind: string; readonly code: string } | undefined;
	/** From 1. */
	readonly page: number;
}
export const duePageSize = 20;

/** The organisations whose services should be looked at, those left the longest first. */
export async function listDue(
	{ tx, at }: Act,
	{ organisationId, territory, page }: Wanted,
): Promise<DueList> {
	const own = organisationId ?? null;
	const [kind, code] = [territory?.kind ?? null, territory?.code ?? null];
	const { rows } = await sql<DueOrganisation & { total: number; due: number }>`
		with due as (
			select s.id, s.organisation_id, s.name, s.updated_on, s.verified_on, s.review_months, ${isDueOn(dayInParis(at))} as due
			from listed_service s left join place p on p.id = s.place_id
			where (${own}::uuid is null or s.organisation_id = ${own}::uuid)
				and (${own}::uuid is not null or ${isDueOn(dayInParis(at))})
				and (${kind}::text is null or p.commune_code in (
					select commune_code from territory_commune m where m.kind = ${kind} and m.code = ${code}
						and m.year = (select max(year) from territory where kind = ${kind} and code = ${code}))))
		select o.id, o.name, o.phone, o.email, count(*) over ()::int as total, sum(count(*)) over ()::int as due,
			(select max(made_at) from review_letter l where l.organisation_id = o.id) as asked_at,
			o.contact_private or coalesce(o.email, '') = '' or exists (
				select from opposed_address x where x.address_hash = sha256(convert_to(lower(trim(o.email)), 'UTF8'))) as silent,
			json_agg(json_build_object('id', due.id, 'name', due.name, 'updatedOn', due.updated_on, 'verifiedOn', due.verified_on,
				'reviewMonths', due.review_months, 'due', due.due) order by due.due desc, greatest(due.updated_on, due.verified_on), due.name) as services
		from due join organisation o on o.id = due.organisation_id
		group by o.id
		order by min(greatest(due.updated_on, due.verified_on)), o.id
		limit ${duePageSize} offset ${(page - 1) * duePageSize}`.execute(tx);
	return { organisations: rows, total: rows[0]?.total ?? 0, services: rows[0]?.due ?? 0 };
}
