import { CamelCasePlugin, type RawBuilder, sql } from 'kysely';
import type { Act } from '#lib/server/act.ts';
import type { PublishedService } from '../entry.ts';
import { organisationColumns } from './organisation-columns.ts';
import { type PublishedServiceRow, serviceOf } from './published-rows.ts';
import { allOf, isListedService, nameOfRegion, type Page, type Slice, type Wanted } from './wanted.ts';

/**
 * A page of published services, each with its place and who offers it, in one query whatever its size. They have passed
 * the gate: what is confidential or private is not there.
 */
export async function readServices(
	{ tx }: Act,
	wanted: Wanted,
	slice: Slice,
): Promise<Page<PublishedService>> {
	const { rows } = await sql<PublishedServiceRow & { total: number | null }>`
		with page as (select s.id from ${serviceSources} where ${conditionsOf(wanted)}
			${slice.after === undefined ? sql`` : sql`and s.id > ${slice.after}`}
			order by s.id limit ${slice.limit}::int offset ${slice.offset ?? 0}),
		total as (select ${slice.counted ? countOf(wanted) : sql`null::int`} as total)
		select total.total, entry.* from total left join lateral (select ${serviceColumns} from page join ${serviceSources} on true
			where s.id = page.id) entry on true order by entry.id`.execute(
		tx.withoutPlugins().withPlugin(new CamelCasePlugin()),
	);
	return {
		entries: rows.flatMap((row) => (row.service ? [serviceOf(row)] : [])),
		total: rows[0]?.total ?? null,
	};
}

const countOf = (wanted: Wanted) =>
	sql`(select count(*)::int from ${serviceSources} where ${conditionsOf(wanted)})`;

/** A merged organisation lends its services to the one that stays; the place is the organisation's when it has none. */
export const serviceSources = sql`service s
	join organisation own on own.id = s.organisation_id
	join organisation o on o.id = coalesce(own.merged_into, own.id)
	left join place p on p.id = coalesce(s.place_id, own.place_id)
	left join place op on op.id = o.place_id`;

/** Of the service, or of who offers it. */
export const serviceChangedAt = sql`greatest(s.modified_at, own.modified_at, o.modified_at)`;

export const conditionsOf = ({
	ids,
	modifiedAfter,
	organisationId,
	where = [],
	withGone,
}: Wanted): RawBuilder<unknown> =>
	allOf([
		withGone ? undefined : isListedService,
		ids && sql`s.id = any(${ids}::uuid[])`,
		modifiedAfter && sql`${serviceChangedAt} >= ${modifiedAfter}`,
		organisationId === undefined ? undefined : sql`o.id = ${organisationId}`,
		...where,
	]);

export const serviceColumns = sql`s.id, to_jsonb(s) as service, to_jsonb(p) as place, ${nameOfRegion('p')} as region,
	not ${isListedService} as is_gone, s.confidential or own.confidential or o.confidential as is_confidential,
	${serviceChangedAt} as changed_at,
	o.source_id as organisation_source_id, ${organisationColumns},
	(select jsonb_object_agg(zone.code, zone.name) from (
		select code, coalesce(
			(select commune.name from commune where commune.code = told.code and length(told.code) = 5),
			(select territory.name from territory where territory.code = told.code
				and territory.kind in ('epci', 'department') order by year desc limit 1)) as name
		from unnest(s.zone) as told(code)) zone where zone.name is not null) as zone_names`;
