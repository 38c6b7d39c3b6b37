import { type InferResult, sql } from 'kysely';
import type { Act } from '#lib/server/act.ts';
import { type Commune, communeKinds, communePositions } from '../commune.ts';
import { searchName } from '../search-name.ts';

type Row = InferResult<ReturnType<typeof selectCommunes>>[number];

/** The commune of a code in force or not, or null. */
export async function findCommune(act: Act, code: string): Promise<Commune | null> {
	const row = await selectCommunes(act).where('code', '=', code).executeTakeFirst();
	return row ? communeOf(row) : null;
}

/** Every code, in force or not. */
export async function loadCommunes(act: Act): Promise<Map<string, Commune>> {
	const rows = await selectCommunes(act).execute();
	return new Map(rows.map((row) => [row.code, communeOf(row)]));
}

/** Each known code and the code that stands for it: `resolveCommune` follows them. */
export async function loadSuccessors({ tx }: Act): Promise<Map<string, string>> {
	const rows = await tx.selectFrom('commune').select(['code', 'currentCode']).execute();
	return new Map(rows.map(({ code, currentCode }) => [code, currentCode]));
}

/** Adds communes and changes those that differ, all columns told. Returns the codes added and changed. */
export async function writeCommunes(
	{ tx }: Act,
	communes: readonly Commune[],
): Promise<{ added: string[]; changed: string[] }> {
	const rows = communes.map((commune) => ({ ...commune, searchName: searchName(commune.name) }));
	const { rows: written } = await sql<{ code: string; added: boolean }>`
		insert into commune (code, name, kind, current_code, department_code, region_code, population, population_year,
			postcodes, longitude, latitude, position, search_name)
		select code, name, kind, "currentCode", "departmentCode", "regionCode", population, "populationYear",
			postcodes, longitude, latitude, position, "searchName"
		from json_to_recordset(${JSON.stringify(rows)}::json) as row (code text, name text, kind text, "currentCode" text,
			"departmentCode" text, "regionCode" text, population int, "populationYear" int, postcodes text[],
			longitude float8, latitude float8, position text, "searchName" text)
		on conflict (code) do update set
			name = excluded.name, kind = excluded.kind, current_code = excluded.current_code,
			department_code = excluded.department_code, region_code = excluded.region_code,
			population = excluded.population, population_year = excluded.population_year, postcodes = excluded.postcodes,
			longitude = excluded.longitude, latitude = excluded.latitude, position = excluded.position,
			search_name = excluded.search_name
		where commune is distinct from excluded
		returning commune.code, commune.xmax = 0 as added`.execute(tx);
	const codes = (added: boolean) => written.filter((row) => row.added === added).map(({ code }) => code);
	return { added: codes(true), changed: codes(false) };
}

export const selectCommunes = ({ tx }: Act) =>
	tx
		.selectFrom('commune')
		.select([
			'code',
			'name',
			'kind',
			'currentCode',
			'departmentCode',
			'regionCode',
			'population',
			'populationYear',
			'postcodes',
			'longitude',
			'latitude',
			'position',
		]);

export const communeOf = (row: Row): Commune => ({
	...row,
	kind: communeKinds.find((kind) => kind === row.kind)!,
	position: communePositions.find((position) => position === row.position)!,
});
