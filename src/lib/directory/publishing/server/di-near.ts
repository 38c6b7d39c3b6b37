import { CamelCasePlugin, type RawBuilder, sql } from 'kysely';
import { earthRadiusKm, type Point } from '#lib/geo/distance.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { conditionsOfAnyService } from './di-conditions.ts';
import type { AskedSearch } from './di-parameters.ts';
import { conditionsOf, serviceSources } from './read-services.ts';
import { holdsWords, textsOfService } from './search-condition.ts';

/** How far, in kilometres, a service on site may be: what data·inclusion's own search takes. */
const reachKm = 50;
const degreesPerKm = 1 / 110.5;

export interface Near {
	readonly id: string;
	/** Kilometres; null for what is remote only, or without a place to start from. */
	readonly distance: number | null;
}

/**
 * A page of the services of a search, the nearest first: those whose zone holds the commune, at most 50 km away on site
 * (at their place or at a stop of their round), or remote. What is confidential is at the centre of its commune.
 * @throws Refusal 404 when nobody knows the commune
 */
export async function findNear(
	act: Act,
	asked: AskedSearch,
	today: string,
): Promise<{ readonly found: readonly Near[]; readonly total: number }> {
	const { code_commune: code, lat, lon, page, size } = asked;
	const commune = code === undefined ? undefined : await communeOf(act, code);
	const point = lat !== undefined && lon !== undefined ? { latitude: lat, longitude: lon } : commune?.centre;
	const distance = point ? distanceFrom(point) : sql`null::float8`;
	const where = [
		...conditionsOfAnyService(asked, today),
		...holdsWords(asked.q, textsOfService),
		...(commune ? [isFor(commune.codes)] : []),
		...(point ? [sql<boolean>`(near.km <= ${reachKm} or s.welcome_modes @> '{remote}')`] : []),
	];
	const { rows } = await sql<{ id: string | null; distance: number | null; total: number }>`
		with found as materialized (
			select s.id, case when s.welcome_modes @> '{on-site}' then round(near.km)::int end as distance
			from ${serviceSources} left join commune town on town.code = p.commune_code
			cross join lateral (select ${distance} as km) near where ${conditionsOf({ where })}),
		page as (select * from found order by distance nulls last, id limit ${size} offset ${(page - 1) * size})
		select page.id, page.distance, (select count(*)::int from found) as total
		from (select 1) one left join page on true order by page.distance nulls last, page.id`.execute(
		act.tx.withoutPlugins().withPlugin(new CamelCasePlugin()),
	);
	const found = rows.flatMap(({ id, distance }) => (id === null ? [] : [{ id, distance }]));
	return { found, total: rows[0]?.total ?? 0 };
}

async function communeOf({ tx }: Act, code: string): Promise<{ codes: string[]; centre: Point | undefined }> {
	const { rows } = await sql<{ codes: string[]; latitude: number | null; longitude: number | null }>`
		select c.latitude, c.longitude, array_remove(array[c.code, c.current_code, c.department_code, 'france', '99100'], null)
			|| array(select m.code from territory_commune m where m.commune_code = c.current_code and m.kind = 'epci') as codes
		from commune c where c.code = ${code}`.execute(tx);
	const [row] = rows;
	if (!row) throw new Refusal(404, 'api.query.no-commune', { code });
	const { codes, latitude, longitude } = row;
	return { codes, centre: latitude === null || longitude === null ? undefined : { latitude, longitude } };
}

const isFor = (codes: readonly string[]): RawBuilder<boolean> =>
	sql<boolean>`(s.zone = '{}' or s.zone && ${codes}::text[])`;

/** To its place, or to the nearest stop of its round. */
const distanceFrom = (point: Point) => sql`(select min(${kmTo(point)}) from (
	select case when ${hidden} or p.latitude is null then town.latitude else p.latitude end as latitude,
		case when ${hidden} or p.longitude is null then town.longitude else p.longitude end as longitude
	union all select (stop->>'latitude')::float8, (stop->>'longitude')::float8
		from jsonb_array_elements(case when ${hidden} then '[]' else s.stops end) stop) spot
	where spot.latitude between ${point.latitude - reachKm * degreesPerKm} and ${point.latitude + reachKm * degreesPerKm})`;

const hidden = sql`(s.confidential or own.confidential or o.confidential)`;

const kmTo = ({ latitude, longitude }: Point) => sql`2 * ${earthRadiusKm}::float8 * asin(least(1, sqrt(
	power(sin(radians(spot.latitude - ${latitude}::float8) / 2), 2)
	+ cos(radians(${latitude}::float8)) * cos(radians(spot.latitude)) * power(sin(radians(spot.longitude - ${longitude}::float8) / 2), 2))))`;
