import { sql } from 'kysely';
import type { Act } from '#lib/server/act.ts';
import type { ListedPlace } from '../commune-list.ts';
import { searchName } from '../search-name.ts';
import type { Territory } from '../territory.ts';
import { listTerritories } from './find-territories.ts';

export interface ListedCommunes {
	/** INSEE codes of today, each once. */
	readonly communes: readonly string[];
	/** What names nothing known, as typed. */
	readonly unknown: readonly string[];
	/** Names that several communes bear, and what would tell them apart. */
	readonly unclear: readonly { readonly typed: string; readonly choices: readonly string[] }[];
}

interface Match {
	readonly rank: number;
	readonly way: 'insee' | 'postcode' | 'name';
	readonly code: string;
	readonly name: string;
	readonly department: string | null;
}

/** The communes that a list names: by INSEE code, postcode or name, by département or EPCI (code or name). */
export async function listedCommunes(act: Act, places: readonly ListedPlace[]): Promise<ListedCommunes> {
	const matches = Map.groupBy(await matchCommunes(act, places), ({ rank }) => rank);
	const left = places.filter((_, rank) => !matches.has(rank));
	const territories = left.length > 0 ? await matchTerritories(act, left) : new Map<string, Territory>();
	const found = places.map((_, rank) => best(matches.get(rank) ?? []));
	return {
		communes: [
			...new Set([
				...found.filter((some) => !isUnclear(some)).flatMap((some) => some.map(({ code }) => code)),
				...(await membersOf(act, [...territories.values()])),
			]),
		],
		unknown: left.filter(({ typed }) => !territories.has(typed)).map(({ typed }) => typed),
		unclear: places.flatMap(({ typed }, rank) =>
			isUnclear(found[rank] ?? []) ? [{ typed, choices: choicesOf(found[rank] ?? []) }] : [],
		),
	};
}

/** An INSEE code says more than a postcode, which says more than a name. */
function best(matches: readonly Match[]): Match[] {
	for (const way of ['insee', 'postcode', 'name'] as const) {
		const some = matches.filter((match) => match.way === way);
		if (some.length > 0) return some;
	}
	return [];
}

const isUnclear = (some: readonly Match[]): boolean => some.length > 1 && some[0]?.way === 'name';

const choicesOf = (some: readonly Match[]): string[] =>
	some.map(({ name, department }) => `${name} (${department ?? '?'})`);

async function matchCommunes({ tx }: Act, places: readonly ListedPlace[]): Promise<Match[]> {
	const asked = places.map(({ query }, rank) => ({
		rank,
		code: query.kind === 'code' ? query.code : null,
		whole: query.kind === 'name' ? query.whole : null,
		part: query.kind === 'name' ? query.name : null,
		department: query.kind === 'name' ? query.department : null,
	}));
	const { rows } = await sql<Match>`
		with asked as (
			select * from json_to_recordset(${JSON.stringify(asked)}::json)
				as row (rank int, code text, whole text, part text, department text)
		), matched as (
			select rank, 'insee' as way, current_code from asked join commune using (code)
			union select rank, 'postcode', current_code from asked join commune on postcodes @> array[asked.code]
			union select rank, 'name', current_code from asked join commune on search_name = whole
			union select rank, 'name', current_code from asked join commune on search_name = part and department_code = department
		)
		select rank, way, commune.code, commune.name, commune.department_code as department
		from matched join commune on commune.code = matched.current_code
		order by rank, commune.population desc nulls last, commune.code`.execute(tx);
	return rows;
}

/** What is left may name a département or an EPCI; a name is compared as those of communes are. */
async function matchTerritories(act: Act, places: readonly ListedPlace[]): Promise<Map<string, Territory>> {
	const territories = [
		...(await listTerritories(act, 'department')),
		...(await listTerritories(act, 'epci')),
	];
	const known = new Map(
		territories
			.toReversed()
			.flatMap((one) => [[one.code, one] as const, [searchName(one.name), one] as const]),
	);
	return new Map(
		places.flatMap(({ typed, territoryCode }) => {
			const territory = known.get(territoryCode ?? searchName(typed));
			return territory ? [[typed, territory] as const] : [];
		}),
	);
}

async function membersOf({ tx }: Act, territories: readonly Territory[]): Promise<string[]> {
	if (territories.length === 0) return [];
	const { rows } = await sql<{ code: string }>`
		select distinct commune_code as code
		from territory_commune join json_to_recordset(${JSON.stringify(territories)}::json)
			as row (kind text, code text, year int) using (kind, code, year)
		order by commune_code`.execute(tx);
	return rows.map(({ code }) => code);
}
