import { sql } from 'kysely';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { findCommune } from '#lib/territory/server/communes.ts';
import { type TerritoriesOfCommune, territoriesOf } from '#lib/territory/server/find-territories.ts';
import type { Territory } from '#lib/territory/territory.ts';
import { translate } from '#lib/texts/translator.ts';

/** A commune among its territories, with how much help the directory knows in each. */
export interface TerritoryPage {
	readonly name: string;
	readonly code: string;
	readonly population: number | null;
	readonly approximate: boolean;
	/** Said when EPCI stand for living areas. */
	readonly notice: string | null;
	readonly rows: readonly TerritoryRow[];
}
export interface TerritoryRow {
	readonly kind: string;
	readonly name: string;
	/** Sets of communes have a page of their own. */
	readonly href: string | null;
	readonly year: number;
	readonly communes: number;
	readonly services: number;
}

const kinds = {
	'living-area': 'livingArea',
	epci: 'epci',
	department: 'department',
	region: 'region',
} as const;

/**
 * One commune and its territories, counted in one query.
 * @throws Refusal 404 when the code is unknown
 */
export async function findTerritoryPage(act: Act, code: string): Promise<TerritoryPage> {
	const commune = await findCommune(act, code.toUpperCase());
	if (!commune) throw new Refusal(404, 'territory.unknown-commune', { code });
	const territories = await territoriesOf(act, commune.code);
	return {
		name: commune.name,
		code: commune.code,
		population: commune.population,
		approximate: commune.position === 'approximate',
		notice: territories.notice && translate(territories.notice),
		rows: await countServices(act, listed(territories)),
	};
}

const listed = (territories: TerritoriesOfCommune): Territory[] =>
	[...Object.values(kinds).map((key) => territories[key]), ...territories.sets].filter((one) => one !== null);

async function countServices({ tx }: Act, territories: readonly Territory[]): Promise<TerritoryRow[]> {
	const { rows } = await sql<{ communes: number; services: number }>`
		select count(distinct member.commune_code)::int as communes, count(service.id)::int as services
		from rows from (json_to_recordset(${JSON.stringify(territories)}::json) as (kind text, code text, year int))
			with ordinality as asked(kind, code, year, rank)
		left join territory_commune member using (kind, code, year)
		left join place on place.commune_code = member.commune_code
		left join service on service.place_id = place.id and service.gone_at is null
		group by asked.rank order by asked.rank`.execute(tx);
	return territories.map(({ kind, code, name, year }, index) => ({
		kind: translate(`territory.kind-${kind}`),
		name,
		href: kind === 'set' ? `/territoires/${code}` : null,
		year,
		communes: rows[index]?.communes ?? 0,
		services: rows[index]?.services ?? 0,
	}));
}
