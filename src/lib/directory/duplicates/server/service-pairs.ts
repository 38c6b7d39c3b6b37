import { sql } from 'kysely';
import type { Act } from '#lib/server/act.ts';
import type { Reason } from '../reasons.ts';

export interface ServicePair {
	readonly id: string;
	readonly score: number;
	readonly reasons: readonly Reason[];
	readonly firstName: string;
	readonly secondName: string;
	/** The organisation, of the two, that offers the first one. */
	readonly firstOwner: string;
}

/** The pairs of services that wait, one on each side of two organisations; `among` keeps some of them only. */
export async function servicePairsBetween(
	{ tx }: Act,
	one: string,
	other: string,
	among: readonly string[] | null = null,
): Promise<ServicePair[]> {
	const { rows } = await sql<ServicePair>`
		select d.id, d.score, d.reasons, a.name as first_name, b.name as second_name,
			coalesce(oa.merged_into, oa.id) as first_owner
		from duplicate_pair d
			join service a on a.id = d.first_id join organisation oa on oa.id = a.organisation_id
			join service b on b.id = d.second_id join organisation ob on ob.id = b.organisation_id
		where d.kind = 'service' and d.state = 'proposed' and a.merged_into is null and b.merged_into is null
			and (coalesce(oa.merged_into, oa.id), coalesce(ob.merged_into, ob.id))
				in ((${one}::uuid, ${other}::uuid), (${other}::uuid, ${one}::uuid))
			${among === null ? sql`` : sql`and d.id = any (${among}::uuid[])`}
		order by d.score desc, d.id limit 200`.execute(tx);
	return rows;
}
