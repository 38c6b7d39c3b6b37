import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import type { TextKey } from '#lib/texts/catalogue.ts';
import { type Territory, type TerritoryKind, territoryKinds } from '../territory.ts';

/** The territories of a commune, each in its latest year. */
export interface TerritoriesOfCommune {
	readonly region: Territory | null;
	readonly department: Territory | null;
	readonly epci: Territory | null;
	readonly livingArea: Territory | null;
	readonly sets: readonly Territory[];
	/** The territory of daily life: the living area, or the EPCI while no table of living areas is loaded. */
	readonly daily: Territory | null;
	/** Said where `daily` is shown, when the EPCI stands for the living area. */
	readonly notice: TextKey | null;
}

export interface CommuneOfTerritory {
	readonly code: string;
	readonly name: string;
	readonly population: number | null;
	readonly latitude: number | null;
	readonly longitude: number | null;
	readonly position: string;
}

/**
 * Where a commune stands. An arrondissement or a former commune stands where its commune of today does.
 * @throws Refusal 404 when the code is unknown
 */
export async function territoriesOf(act: Act, communeCode: string): Promise<TerritoriesOfCommune> {
	const commune = await act.tx
		.selectFrom('commune')
		.select('currentCode')
		.where('code', '=', communeCode)
		.executeTakeFirst();
	if (!commune) throw new Refusal(404, 'territory.unknown-commune', { code: communeCode });
	const latest = await latestTerritories(act, commune.currentCode);
	const only = (kind: TerritoryKind) => latest.find((territory) => territory.kind === kind) ?? null;
	const [epci, livingArea] = [only('epci'), only('living-area')];
	const noTable = livingArea === null && !(await hasLivingAreas(act));
	return {
		region: only('region'),
		department: only('department'),
		epci,
		livingArea,
		sets: latest.filter(({ kind }) => kind === 'set'),
		daily: livingArea ?? epci,
		notice: noTable ? 'territory.no-living-areas' : null,
	};
}

const hasLivingAreas = async ({ tx }: Act): Promise<boolean> =>
	(await tx
		.selectFrom('territory')
		.select('code')
		.where('kind', '=', 'living-area')
		.limit(1)
		.executeTakeFirst()) !== undefined;

/** The latest year in which each kind is told of the commune; of sets, each one's own. */
async function latestTerritories({ tx }: Act, communeCode: string): Promise<Territory[]> {
	const rows = await tx
		.selectFrom('territoryCommune as member')
		.innerJoin('territory', (join) =>
			join
				.onRef('territory.kind', '=', 'member.kind')
				.onRef('territory.code', '=', 'member.code')
				.onRef('territory.year', '=', 'member.year'),
		)
		.select(['territory.kind', 'territory.code', 'territory.year', 'territory.name'])
		.where('member.communeCode', '=', communeCode)
		.orderBy('territory.year', 'desc')
		.orderBy('territory.name')
		.execute();
	const seen = new Set<string>();
	return rows.map(territoryOf).filter(({ kind, code }) => {
		const key = kind === 'set' ? `set ${code}` : kind;
		return !seen.has(key) && seen.add(key);
	});
}

/**
 * A territory with its communes of today, in one year or the latest.
 * @throws Refusal 404 when there is no such territory
 */
export async function listTerritory(
	act: Act,
	kind: TerritoryKind,
	code: string,
	year?: number,
): Promise<Territory & { readonly communes: readonly CommuneOfTerritory[] }> {
	const row = await act.tx
		.selectFrom('territory')
		.selectAll()
		.where('kind', '=', kind)
		.where('code', '=', code)
		.$if(year !== undefined, (query) => query.where('year', '=', year!))
		.orderBy('year', 'desc')
		.limit(1)
		.executeTakeFirst();
	if (!row) throw new Refusal(404, 'territory.unknown');
	const territory = territoryOf(row);
	return { ...territory, communes: await communesIn(act, territory) };
}

/** Territories of one kind in their latest year, by name: what a form offers to choose from. */
export async function listTerritories({ tx }: Act, kind: TerritoryKind): Promise<Territory[]> {
	const rows = await tx
		.selectFrom('territory')
		.distinctOn('code')
		.selectAll()
		.where('kind', '=', kind)
		.orderBy('code')
		.orderBy('year', 'desc')
		.execute();
	return rows.map(territoryOf).sort((a, b) => a.name.localeCompare(b.name, 'fr'));
}

const communesIn = ({ tx }: Act, { kind, code, year }: Territory): Promise<CommuneOfTerritory[]> =>
	tx
		.selectFrom('territoryCommune as member')
		.innerJoin('commune', 'commune.code', 'member.communeCode')
		.select(['commune.code', 'name', 'population', 'latitude', 'longitude', 'position'])
		.where('member.kind', '=', kind)
		.where('member.code', '=', code)
		.where('member.year', '=', year)
		.orderBy('searchName')
		.execute();

const territoryOf = (row: { kind: string; code: string; year: number; name: string }): Territory => ({
	...row,
	kind: territoryKinds.find((kind) => kind === row.kind)!,
});
