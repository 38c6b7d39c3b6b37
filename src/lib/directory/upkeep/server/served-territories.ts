import { sql } from 'kysely';
import type { Act } from '#lib/server/act.ts';
import type { TerritoryKind } from '#lib/territory/territory.ts';

export interface ServedTerritory {
	readonly kind: TerritoryKind;
	readonly code: string;
	readonly name: string;
}

/** A list longer than this is no longer a choice: whoever works everywhere chooses among wider territories. */
const mostOfAKind = 300;

/** The territories where services are given, the widest first: what a form offers to choose from. */
export async function servedTerritories({ tx }: Act): Promise<ServedTerritory[]> {
	const { rows } = await sql<ServedTerritory>`
		with served as (select distinct commune_code from place where commune_code is not null),
		latest as (select distinct on (kind, code) kind, code, year, name from territory order by kind, code, year desc),
		found as (
			select l.kind, l.code, l.name, count(*) over (partition by l.kind) as many from latest l where exists (
				select from territory_commune m join served on served.commune_code = m.commune_code
				where m.kind = l.kind and m.code = l.code and m.year = l.year))
		select kind, code, name from found where many <= ${mostOfAKind}
		order by array_position(array['region', 'department', 'set', 'living-area', 'epci'], kind), name`.execute(
		tx,
	);
	return rows;
}
