import { sql } from 'kysely';
import type { Act } from '#lib/server/act.ts';
import type { Membership, Territory, TerritoryKind } from '../territory.ts';

type Member = Pick<Membership, 'code' | 'communeCode'>;

/** Adds territories, and names anew those of the same kind, code and year. */
export async function writeTerritories({ tx }: Act, territories: readonly Territory[]): Promise<void> {
	await sql`
		insert into territory (kind, code, year, name)
		select kind, code, year, name
		from json_to_recordset(${JSON.stringify(territories)}::json) as row (kind text, code text, year int, name text)
		on conflict (kind, code, year) do update set name = excluded.name where territory.name <> excluded.name`.execute(
		tx,
	);
}

/** Puts each commune listed in the territory listed, for one kind and year; communes that are not listed stay. */
export async function assignCommunes(
	act: Act,
	kind: TerritoryKind,
	year: number,
	members: readonly Member[],
) {
	await sql`
		delete from territory_commune using ${listed(members)}
		where kind = ${kind} and year = ${year} and commune_code = "communeCode" and territory_commune.code <> row.code`.execute(
		act.tx,
	);
	await addMembers(act, kind, year, members);
	await removeEmptied(act, kind, year);
}

/** Which communes each territory of one kind and year holds, all told: what was there and is not listed leaves. */
export async function replaceCommunes(
	act: Act,
	kind: TerritoryKind,
	year: number,
	members: readonly Member[],
) {
	await sql`
		delete from territory_commune where kind = ${kind} and year = ${year}
			and (code, commune_code) not in (select code, "communeCode" from ${listed(members)})`.execute(act.tx);
	await addMembers(act, kind, year, members);
	await removeEmptied(act, kind, year);
}

/** The communes of one territory alone, all told. */
export async function replaceMembers(act: Act, { kind, code, year }: Territory, communes: readonly string[]) {
	await act.tx
		.deleteFrom('territoryCommune')
		.where('kind', '=', kind)
		.where('code', '=', code)
		.where('year', '=', year)
		.execute();
	await addMembers(
		act,
		kind,
		year,
		communes.map((communeCode) => ({ code, communeCode })),
	);
	await removeEmptied(act, kind, year);
}

/** Adds communes to territories of one kind and year; those that are there stay. */
export async function addMembers(
	{ tx }: Act,
	kind: TerritoryKind,
	year: number,
	members: readonly Member[],
): Promise<void> {
	await sql`
		insert into territory_commune (kind, code, year, commune_code)
		select ${kind}, code, ${year}, "communeCode" from ${listed(members)}
		on conflict do nothing`.execute(tx);
}

/** Territories that no commune is in any more are gone. */
async function removeEmptied({ tx }: Act, kind: TerritoryKind, year: number): Promise<void> {
	await sql`
		delete from territory where kind = ${kind} and year = ${year}
			and code not in (select code from territory_commune where kind = ${kind} and year = ${year})`.execute(
		tx,
	);
}

const listed = (members: readonly Member[]) =>
	sql`json_to_recordset(${JSON.stringify(members)}::json) as row (code text, "communeCode" text)`;

/** In which territory of one kind and year each commune is. */
export async function loadMembers(
	{ tx }: Act,
	kind: TerritoryKind,
	year: number,
): Promise<Map<string, string>> {
	const rows = await tx
		.selectFrom('territoryCommune')
		.select(['communeCode', 'code'])
		.where('kind', '=', kind)
		.where('year', '=', year)
		.execute();
	return new Map(rows.map(({ communeCode, code }) => [communeCode, code]));
}
