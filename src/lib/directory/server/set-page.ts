import { sql } from 'kysely';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { type CommuneOfTerritory, listTerritory } from '#lib/territory/server/find-territories.ts';
import type { Territory } from '#lib/territory/territory.ts';

/** A territory with each of its communes, and how much help the directory knows there. */
export interface SetPage {
	readonly name: string;
	readonly population: number;
	readonly services: number;
	readonly communes: readonly (Pick<CommuneOfTerritory, 'code' | 'name' | 'population'> & {
		readonly services: number;
	})[];
}

/**
 * The page of a set of communes, in its latest year.
 * @throws Refusal 404 when there is no such set
 */
export async function findSetPage(act: Act, code: string): Promise<SetPage> {
	const set = await listTerritory(act, 'set', code);
	if (set.communes.length === 0) throw new Refusal(404, 'territory.unknown');
	const counts = await servicesByCommune(act, set);
	const communes = set.communes.map(({ code: commune, name, population }) => ({
		code: commune,
		name,
		population,
		services: counts.get(commune) ?? 0,
	}));
	const sum = (of: (one: (typeof communes)[number]) => number): number =>
		communes.reduce((total, one) => total + of(one), 0);
	return {
		name: set.name,
		population: sum(({ population }) => population ?? 0),
		services: sum(({ services }) => services),
		communes,
	};
}

async function servicesByCommune({ tx }: Act, { kind, code, year }: Territory): Promise<Map<string, number>> {
	const { rows } = await sql<{ commune: string; services: number }>`
		select member.commune_code as commune, count(*)::int as services
		from territory_commune member
		join place on place.commune_code = member.commune_code
		join service on service.place_id = place.id and service.gone_at is null
		where member.kind = ${kind} and member.code = ${code} and member.year = ${year}
		group by member.commune_code`.execute(tx);
	return new Map(rows.map(({ commune, services }) => [commune, services]));
}
