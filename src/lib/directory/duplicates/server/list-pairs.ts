import { type RawBuilder, sql } from 'kysely';
import type { Act } from '#lib/server/act.ts';
import type { EntryKind } from '../../fields.ts';
import type { PairState } from '../pair.ts';
import type { PairFilter } from '../pair-filter.ts';
import type { Reason } from '../reasons.ts';

export interface ListedEntry {
	readonly id: string;
	readonly name: string;
	readonly source: string;
	/** Of the organisation that offers the service; null for an organisation. */
	readonly organisation: string | null;
	readonly commune: string | null;
}
export interface ListedPair {
	readonly id: string;
	readonly kind: EntryKind;
	readonly state: PairState;
	readonly score: number;
	readonly reasons: readonly Reason[];
	readonly decidedAt: Date | null;
	/** Since when what is told would call for another decision; null while it does not. */
	readonly changedAt: Date | null;
	readonly first: ListedEntry;
	readonly second: ListedEntry;
}
export const pairPageSize = 20;

/**
 * The pairs that wait, the surest first, each two entries once; or those decided, what has changed first. Services of two
 * organisations that wait to be compared are decided with these.
 */
export async function listPairs(
	{ tx }: Act,
	filter: PairFilter,
): Promise<{ readonly pairs: readonly ListedPair[]; readonly total: number }> {
	const order = filter.decided ? sql`changed_at is null, decided_at desc` : sql`score desc`;
	const { rows } = await sql<ListedPair & { total: number }>`
		with told as (${pairsOf('organisation', filter)} union all ${pairsOf('service', filter)}),
		once as (select distinct on (least(one, other), greatest(one, other)) * from told
			where ${filter.decided} or one <> other order by least(one, other), greatest(one, other), score desc)
		select id, kind, state, score, reasons, decided_at, changed_at, first, second, count(*) over ()::int as total
		from ${filter.decided ? sql`told` : sql`once`} order by ${order}, id
		limit ${pairPageSize} offset ${(filter.page - 1) * pairPageSize}`.execute(tx);
	return { pairs: rows, total: rows[0]?.total ?? 0 };
}

/** How many pairs wait about what an import brought or changed. */
export const countPairsOfRun = async (act: Act, run: string): Promise<number> =>
	(await listPairs(act, { decided: false, kind: null, territory: null, run, page: 1 })).total;

const isOfRun = (run: string) => sql`(
	exists (select from field_change c where c.import_run = ${run}::uuid and c.entry_id in (d.first_id, d.second_id))
	or exists (select from organisation o where o.id in (d.first_id, d.second_id) and o.added_by = ${run}::uuid)
	or exists (select from service s where s.id in (d.first_id, d.second_id) and s.added_by = ${run}::uuid))`;

function pairsOf(
	kind: EntryKind,
	{ decided, territory, run, kind: wanted }: PairFilter,
): RawBuilder<unknown> {
	const isService = kind === 'service';
	// What was decided is told of the two entries themselves, what waits of what they became.
	const root = (id: string) =>
		decided
			? sql.ref(id)
			: sql`coalesce((select merged_into from ${sql.table(kind)} e where e.id = ${sql.ref(id)}), ${sql.ref(id)})`;
	const state = decided ? sql`d.state <> 'proposed'` : sql`d.state = 'proposed'`;
	return sql`
		select d.id, d.kind, d.state, d.score, d.reasons, d.decided_at, d.changed_at, a.id as one, b.id as other,
			${entry('a', isService)} as first, ${entry('b', isService)} as second
		from duplicate_pair d join ${sql.table(kind)} a on a.id = ${root('d.first_id')}
			join ${sql.table(kind)} b on b.id = ${root('d.second_id')}
			${owner('a', isService)} ${owner('b', isService)}
		where d.kind = ${kind} and ${state} ${isService && !decided ? sql`and not ${areOffered}` : sql``} ${wanted && wanted !== kind ? sql`and false` : sql``}
			${run ? sql`and ${isOfRun(run)}` : sql``}
			${territory ? sql`and (${isIn('a', territory)} or ${isIn('b', territory)})` : sql``}`;
}

const areOffered = sql`exists (select from duplicate_pair offered where offered.kind = 'organisation'
	and offered.state = 'proposed' and offered.first_id = least(ar.id, br.id) and offered.second_id = greatest(ar.id, br.id))`;

const owner = (entry: 'a' | 'b', isService: boolean) => {
	const [own, root, place] = [sql.ref(`${entry}o`), sql.ref(`${entry}r`), sql.ref(`${entry}p`)];
	const organisationId = isService ? sql.ref(`${entry}.organisation_id`) : sql.ref(`${entry}.id`);
	return sql`join organisation ${own} on ${own}.id = ${organisationId}
		join organisation ${root} on ${root}.id = coalesce(${own}.merged_into, ${own}.id)
		left join place ${place} on ${place}.id = coalesce(${sql.ref(`${entry}.place_id`)}, ${own}.place_id)`;
};

const entry = (of: 'a' | 'b', isService: boolean) => sql`jsonb_build_object('id', ${sql.ref(`${of}.id`)},
	'name', ${sql.ref(`${of}.name`)}, 'source', ${sql.ref(`${of}.source`)}, 'commune', ${sql.ref(`${of}p.commune_name`)},
	'organisation', ${isService ? sql.ref(`${of}r.name`) : sql`null::text`})`;

const isIn = (
	of: 'a' | 'b',
	{ kind, code }: NonNullable<PairFilter['territory']>,
) => sql`${sql.ref(`${of}p.commune_code`)} in (
	select commune_code from territory_commune m where m.kind = ${kind} and m.code = ${code}
		and m.year = (select max(year) from territory where kind = ${kind} and code = ${code}))`;
