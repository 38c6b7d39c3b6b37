import { CamelCasePlugin, type RawBuilder, sql } from 'kysely';
import type { Act } from '#lib/server/act.ts';
import type { PublishedService } from '../entry.ts';
import { type PublishedServiceRow, serviceOf } from './published-rows.ts';
import { conditionsOf, serviceColumns, serviceSources } from './read-services.ts';
import { allOf, type Page, type Wanted } from './wanted.ts';

/** A service and one of the places where it is offered: 0 is its own, the others are its stops, from 1. */
export interface PlaceOfService {
	readonly service: PublishedService;
	readonly rank: number;
}

/** Where to go on from: the last place read. */
export interface PlaceSlice {
	readonly after?: { readonly id: string; readonly rank: number } | undefined;
	readonly offset?: number;
	readonly limit: number;
	readonly counted?: boolean;
}

/** Conditions on `spot`, the point of a place or of a stop, beside those on its service. */
export interface WantedPlaces extends Wanted {
	readonly near?: readonly RawBuilder<boolean>[];
}

/** A page of the places where services are offered, in the order of services, in one query whatever its size. */
export async function readPlacesOfServices(
	{ tx }: Act,
	wanted: WantedPlaces,
	{ after, offset = 0, limit, counted }: PlaceSlice,
): Promise<Page<PlaceOfService>> {
	const { rows } = await sql<PublishedServiceRow & { total: number | null; rank: number }>`
		with page as (select s.id, spot.rank from ${spots} where ${conditions(wanted)}
			${after ? sql`and (s.id, spot.rank) > (${after.id}::uuid, ${after.rank}::int)` : sql``}
			order by s.id, spot.rank limit ${limit}::int offset ${offset}),
		total as (select ${counted ? sql`(select count(*)::int from ${spots} where ${conditions(wanted)})` : sql`null::int`} as total)
		select total.total, entry.* from total left join lateral (select page.rank, ${serviceColumns}
			from page join ${serviceSources} on true where s.id = page.id) entry on true order by entry.id, entry.rank`.execute(
		tx.withoutPlugins().withPlugin(new CamelCasePlugin()),
	);
	return {
		entries: rows.flatMap((row) => (row.service ? [{ service: serviceOf(row), rank: row.rank }] : [])),
		total: rows[0]?.total ?? null,
	};
}

const conditions = ({ near = [], ...wanted }: WantedPlaces) => allOf([conditionsOf(wanted), ...near]);

/** Its place, when it has one; its stops, unless they are confidential. */
const spots = sql`${serviceSources} cross join lateral (
	select 0 as rank, p.latitude, p.longitude where p.id is not null
	union all select min(stop.rank)::int, (stop.told ->> 'latitude')::float8, (stop.told ->> 'longitude')::float8
		from jsonb_array_elements(s.stops) with ordinality stop(told, rank)
		where not (s.confidential or own.confidential or o.confidential) group by stop.told) spot`;
