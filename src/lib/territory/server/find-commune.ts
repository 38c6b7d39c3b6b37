import { type RawBuilder, sql } from 'kysely';
import type { Point } from '#lib/geo/distance.ts';
import type { Act } from '#lib/server/act.ts';
import type { CommuneKind } from '../commune.ts';
import { readCommuneQuery } from '../commune-query.ts';

/** Why a commune answers what was typed, best first. */
export type CommuneMatch = 'exact' | 'code' | 'postcode' | 'prefix' | 'similar' | 'point';

/** A commune that may be the one meant, with what tells it from its homonyms. */
export interface CommuneCandidate {
	readonly code: string;
	readonly name: string;
	readonly kind: CommuneKind;
	/** The commune of today: itself, the city of an arrondissement, the commune that absorbed a former one. */
	readonly currentCode: string;
	readonly currentName: string;
	readonly departmentCode: string | null;
	readonly departmentName: string | null;
	readonly postcodes: readonly string[];
	readonly population: number | null;
	readonly latitude: number | null;
	readonly longitude: number | null;
	readonly position: 'given' | 'approximate' | 'unknown';
	readonly match: CommuneMatch;
	/** From the point asked for; null when none was. */
	readonly distanceKm: number | null;
}

type Found = Omit<CommuneCandidate, 'departmentName' | 'currentName'>;

/**
 * What a person typed → communes, best first: exact name, then beginning, then alike (typing errors); postcode, INSEE
 * code and « latitude,longitude » too. Homonyms are all listed, the largest first. Empty when nothing is near.
 */
export async function findCommunes(act: Act, typed: string, limit = 10): Promise<CommuneCandidate[]> {
	const query = readCommuneQuery(typed);
	if (query.kind === 'nothing') return [];
	if (query.kind === 'point') return communesNear(act, query.point, limit);
	if (query.kind === 'code') return byCode(act, query.code, query.name, limit);
	const { whole, name, department } = query;
	const exact = await byName(act, 'exact', whole, null, limit);
	const inDepartment = department ? await byBestName(act, name, department, limit) : [];
	const others = exact.length + inDepartment.length > 0 ? [] : await byBestName(act, whole, null, limit);
	const longer = department || exact.length === 0 ? [] : await byName(act, 'prefix', whole, null, limit);
	return firstOfEach([...exact, ...inDepartment, ...others, ...longer]).slice(0, limit);
}

/** Names that begin so; failing that, names alike. */
async function byBestName(act: Act, name: string, department: string | null, limit: number) {
	const beginning = await byName(act, 'prefix', name, department, limit);
	return beginning.length > 0 ? beginning : byName(act, 'similar', name, department, limit);
}

/** The communes whose centres are nearest to a point, at most 100 km away. */
export async function communesNear(
	act: Act,
	{ latitude, longitude }: Point,
	limit = 10,
): Promise<CommuneCandidate[]> {
	const reach = 1; // degrees of latitude: 111 km
	const width = reach / Math.max(0.1, Math.cos((latitude * Math.PI) / 180));
	const km = sql<number>`12742.0176 * asin(least(1, sqrt(
		power(sin(radians(latitude - ${latitude}) / 2), 2)
		+ cos(radians(${latitude})) * cos(radians(latitude)) * power(sin(radians(longitude - ${longitude}) / 2), 2))))`;
	return candidates(
		act,
		sql`select *, 'point' as match, ${km} as "distanceKm", 0 as tier, ${km} as unlike from commune
			where kind <> 'former' and latitude between ${latitude - reach} and ${latitude + reach}
				and longitude between ${longitude - width} and ${longitude + width} and ${km} <= 100`,
		limit,
	);
}

function byCode(act: Act, code: string, name: string, limit: number): Promise<CommuneCandidate[]> {
	const rightName = name === '' ? sql`true` : sql`word_similarity(${name}, search_name) > 0.6`;
	return candidates(
		act,
		sql`select *, case when code = ${code} then 'code' else 'postcode' end as match, null::float8 as "distanceKm",
				case when ${rightName} then 0 else 1 end as tier, case when code = ${code} then 1 else 0 end as unlike
			from commune where code = ${code} or postcodes @> array[${code}] and kind <> 'former'`,
		limit,
	);
}

/** Each way to look for a name: what it keeps, and how far a name that it keeps is from the one typed. */
const lookups = {
	exact: (name: string) => ({ keeps: sql`search_name = ${name}`, unlike: sql`0` }),
	prefix: (name: string) => ({
		keeps: sql`search_name like ${`${name}%`}`,
		unlike: sql`case when search_name = ${name} then 0 else 1 end`,
	}),
	similar: (name: string) => ({
		keeps: sql`search_name % ${name}`,
		unlike: sql`1 - similarity(search_name, ${name})`,
	}),
};

function byName(
	act: Act,
	way: keyof typeof lookups,
	name: string,
	department: string | null,
	limit: number,
): Promise<CommuneCandidate[]> {
	const { keeps, unlike } = lookups[way](name);
	return candidates(
		act,
		sql`select *, case when search_name = ${name} then 'exact' else ${way} end as match, null::float8 as "distanceKm",
				0 as tier, ${unlike} as unlike
			from commune where ${keeps} and (${department}::text is null or department_code = ${department})`,
		limit,
	);
}

/** Orders what was found and names départements and communes of today; a former name its successor bears is left out. */
async function candidates(
	{ tx }: Act,
	found: RawBuilder<unknown>,
	limit: number,
): Promise<CommuneCandidate[]> {
	const { rows } = await sql<CommuneCandidate & Found>`
		select found.code, found.name, found.kind, found.current_code, today.name as current_name, found.department_code,
			(select name from territory where kind = 'department' and code = found.department_code order by year desc limit 1)
				as department_name,
			found.postcodes, found.population, found.latitude, found.longitude, found.position, found.match, found."distanceKm"
		from (${found}) as found join commune today on today.code = found.current_code
		where found.kind <> 'former' or found.search_name <> today.search_name
		order by tier, unlike, found.kind = 'former', found.population desc nulls last, found.code
		limit ${Math.min(100, Math.max(1, limit))}`.execute(tx);
	return rows;
}

function firstOfEach(list: readonly CommuneCandidate[]): CommuneCandidate[] {
	const seen = new Set<string>();
	return list.filter(({ code }) => !seen.has(code) && seen.add(code));
}
