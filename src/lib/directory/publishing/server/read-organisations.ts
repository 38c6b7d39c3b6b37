import { CamelCasePlugin, type RawBuilder, sql } from 'kysely';
import type { Act } from '#lib/server/act.ts';
import type { PublishedOrganisation } from '../entry.ts';
import { organisationColumns } from './organisation-columns.ts';
import { organisationOf, type PublishedOrganisationRow } from './published-rows.ts';
import { allOf, isListedOrganisation, type Page, type Slice, type Wanted } from './wanted.ts';

/** A page of published organisations, each with its place, in one query whatever its size; through the gate. */
export async function readOrganisations(
	{ tx }: Act,
	wanted: Wanted,
	slice: Slice,
): Promise<Page<PublishedOrganisation>> {
	const { rows } = await sql<PublishedOrganisationRow & { total: number | null }>`
		with page as (select o.id from ${sources} where ${conditionsOf(wanted)}
			${slice.after === undefined ? sql`` : sql`and o.id > ${slice.after}`}
			order by o.id limit ${slice.limit}::int offset ${slice.offset ?? 0}),
		total as (select ${slice.counted ? countOf(wanted) : sql`null::int`} as total)
		select total.total, entry.* from total left join lateral (select o.id, ${organisationColumns}
			from page join ${sources} on true where o.id = page.id) entry on true order by entry.id`.execute(
		tx.withoutPlugins().withPlugin(new CamelCasePlugin()),
	);
	return {
		entries: rows.flatMap((row) => (row.organisation ? [organisationOf(row)] : [])),
		total: rows[0]?.total ?? null,
	};
}

const countOf = (wanted: Wanted) => sql`(select count(*)::int from ${sources} where ${conditionsOf(wanted)})`;

const sources = sql`organisation o left join place op on op.id = o.place_id left join place p on p.id = o.place_id`;

const conditionsOf = ({
	ids,
	modifiedAfter,
	organisationId,
	where = [],
	withGone,
}: Wanted): RawBuilder<unknown> =>
	allOf([
		withGone ? undefined : isListedOrganisation,
		ids && sql`o.id = any(${ids}::uuid[])`,
		modifiedAfter && sql`o.modified_at >= ${modifiedAfter}`,
		organisationId === undefined ? undefined : sql`o.id = ${organisationId}`,
		...where,
	]);
