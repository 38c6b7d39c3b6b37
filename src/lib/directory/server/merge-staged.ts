import { sql } from 'kysely';
import type { Act } from '#lib/server/act.ts';
import type { EntryName } from '../formats/row.ts';
import { columnsOf } from './staging.ts';

/** A staged entry set aside, by the rank of its line. */
export interface SetAside {
	readonly seq: number;
	readonly line: number;
	readonly value: string;
}

const staged = (kind: EntryName['kind']) => sql.table(`staged_${kind}`);
/**
 * Readies the merge. The planner knows nothing of tables that grew in this very transaction and would loop over them,
 * hours for a large file: joins are hashed instead, with the memory they need.
 */
export async function prepareMerge({ tx }: Act): Promise<void> {
	await sql`set local enable_nestloop = off`.execute(tx);
	await sql`set local work_mem = '64MB'`.execute(tx);
	for (const table of ['staged_organisation', 'staged_service', 'staged_place', 'untouched'])
		await sql`analyze ${sql.table(table)}`.execute(tx);
}

/**
 * Where several lines bear one identifier, the last one is kept. An organisation told alone, then again beside each of its
 * services, is no mistake: only lines that tell it alone twice are set aside.
 */
export async function keepLast({ tx }: Act, kind: EntryName['kind']): Promise<SetAside[]> {
	const alone =
		kind === 'service'
			? sql`true`
			: sql`not exists (select from staged_service beside where beside.seq = d.seq)
				and exists (select from staged_organisation again where again.source = d.source and again.source_id = d.source_id
					and again.seq > d.seq and not exists (select from staged_service beside where beside.seq = again.seq))`;
	const { rows } = await sql<SetAside>`
		with double as (
			delete from ${staged(kind)} s using (
				select source, source_id, max(seq) as last from ${staged(kind)} group by source, source_id having count(*) > 1) d
			where s.source = d.source and s.source_id = d.source_id and s.seq < d.last
			returning s.seq, s.line, s.source, s.source_id)
		select seq, line, source_id as value from double d where ${alone} order by seq`.execute(tx);
	return rows;
}

/** Services of organisations that are neither in the file nor in the directory are set aside, and stay as they were. */
export async function setOrphansAside({ tx }: Act): Promise<SetAside[]> {
	const { rows } = await sql<SetAside>`
		with orphan as (
			delete from staged_service s where not exists (select from organisation o
				where o.source = s.source and o.source_id = s.organisation_source_id and o.gone_at is null)
			returning s.seq, s.line, s.source, s.source_id, s.organisation_source_id),
		kept as (insert into untouched (kind, source, source_id) select 'service', source, source_id from orphan)
		select seq, line, organisation_source_id as value from orphan order by seq`.execute(tx);
	return rows;
}

/** Brings the places up to date; a commune known better moves the places that stand at its centre. */
export async function mergePlaces({ tx }: Act): Promise<void> {
	await sql`
		insert into place as place (source, key, address, address_more, postcode, commune_name, insee_code, commune_code,
			longitude, latitude, position)
		select source, key, address, address_more, postcode, commune_name, insee_code, commune_code, longitude, latitude, position
		from staged_place
		on conflict (source, key) do update set commune_code = excluded.commune_code,
			longitude = excluded.longitude, latitude = excluded.latitude, position = excluded.position
		where (place.commune_code, place.longitude, place.latitude, place.position)
			is distinct from (excluded.commune_code, excluded.longitude, excluded.latitude, excluded.position)`.execute(
		tx,
	);
}

/**
 * Adds what is new, changes what differs, leaves the rest; ids stay, and fields held here keep their value. Each staged
 * entry is told its fate.
 */
export async function mergeEntries(act: Act, kind: EntryName['kind'], runId: string): Promise<void> {
	const { tx, at } = act;
	const table = sql.table(kind);
	const names = Object.keys(columnsOf[kind]);
	const columns = (prefix: string) => sql.raw(names.map((name) => `${prefix}"${name}"`).join(', '));
	await sql`
		update ${staged(kind)} s set id = e.id,
			fate = case when e.gone_at is null and e.digest = s.digest then 'unchanged' else 'changed' end
		from ${table} e where e.source = s.source and e.source_id = s.source_id`.execute(tx);
	await keepHeldFields(act, kind);
	const owner = kind === 'service';
	const from = sql`${staged(kind)} s
		left join place p on p.source = s.source and p.key = s.place_key
		${owner ? sql`join organisation o on o.source = s.source and o.source_id = s.organisation_source_id` : sql``}`;
	const same = sql.raw(names.map((name) => `"${name}" = s."${name}"`).join(', '));
	await sql`
		update ${table} e set ${same}, place_id = coalesce(s.held_place, p.id), digest = s.digest, imported_at = ${at}, gone_at = null
			${owner ? sql`, organisation_id = o.id` : sql``}
		from ${from} where s.id = e.id and s.fate = 'changed'`.execute(tx);
	await sql`
		insert into ${table} (source, source_id, ${columns('')}, place_id, digest, imported_at, added_by ${owner ? sql`, organisation_id` : sql``})
		select s.source, s.source_id, ${columns('s.')}, p.id, s.digest, ${at}, ${runId}::uuid ${owner ? sql`, o.id` : sql``}
		from ${from} where s.id is null`.execute(tx);
	await sql`update ${staged(kind)} set fate = 'added' where id is null`.execute(tx);
}

/** Puts what is held here in the place of what the source tells, and notes the latter for the day it is let go. */
async function keepHeldFields({ tx }: Act, kind: EntryName['kind']): Promise<void> {
	const changed = sql`select s.*, p.id as told_place from ${staged(kind)} s
		left join place p on p.source = s.source and p.key = s.place_key where s.fate = 'changed'`;
	await sql`
		update held_field h
		set told = coalesce(case h.field when 'place_id' then to_jsonb(s.told_place) else to_jsonb(s) -> h.field end, 'null')
		from (${changed}) s where h.entry_id = s.id and h.kind = ${kind}`.execute(tx);
	const columns = sql.raw(
		Object.keys(columnsOf[kind])
			.map((name) => `"${name}"`)
			.join(', '),
	);
	await sql`
		update ${staged(kind)} s set held_place = (held.values ->> 'place_id')::uuid, (${columns}) =
			(select ${columns} from jsonb_populate_record(s, held.values - 'place_id'))
		from (select entry_id, jsonb_object_agg(field, value) as values from held_field where kind = ${kind} group by entry_id) held
		where held.entry_id = s.id and s.fate = 'changed'`.execute(tx);
}

/** What the sources of the file no longer tell is gone: kept, out of searches. Kinds the file has none of stay. */
export async function markGone({ tx, at }: Act, kind: EntryName['kind']): Promise<number> {
	const { numAffectedRows } = await sql`
		update ${sql.table(kind)} e set gone_at = ${at}
		where gone_at is null and source in (select source from ${staged(kind)})
			and not exists (select from ${staged(kind)} s where s.source = e.source and s.source_id = e.source_id)
			and not exists (select from untouched u where u.kind = ${kind} and u.source = e.source and u.source_id = e.source_id)`.execute(
		tx,
	);
	return Number(numAffectedRows ?? 0);
}

/** What its source says is no more, whether or not the files tell all that it has. */
export async function markToldGone(
	{ tx, at }: Act,
	kind: EntryName['kind'],
	gone: readonly EntryName[],
): Promise<number> {
	const names = gone.filter((one) => one.kind === kind).map(({ source, sourceId }) => ({ source, sourceId }));
	if (names.length === 0) return 0;
	const { numAffectedRows } = await sql`
		update ${sql.table(kind)} e set gone_at = ${at}
		from json_to_recordset(${JSON.stringify(names)}::json) told(source text, "sourceId" text)
		where e.gone_at is null and e.source = told.source and e.source_id = told."sourceId"`.execute(tx);
	return Number(numAffectedRows ?? 0);
}

/** Addresses that nobody is at any more, nor was a day ago: an import can be undone that long. */
export const removeEmptyPlaces = ({ tx, at }: Act) =>
	sql`
		delete from place p where source in (select source from staged_place)
			and not exists (select from organisation where place_id = p.id)
			and not exists (select from service where place_id = p.id)
			and not exists (select from held_field where field = 'place_id' and to_jsonb(p.id) in (told, value))
			and p.id not in (select (before #>> '{}')::uuid from field_change
				where field = 'place_id' and before <> 'null' and changed_at > ${at}::timestamptz - interval '1 day')`.execute(
		tx,
	);

export type Fates = Record<'added' | 'changed' | 'unchanged', number>;

/** Lines by what they brought: a line that tells an organisation and its service counts once. */
export async function countLines({ tx }: Act): Promise<Fates> {
	const { rows } = await sql<Fates>`
		select count(*) filter (where fate = 'added')::int as added, count(*) filter (where fate = 'changed')::int as changed,
			count(*) filter (where fate = 'unchanged')::int as unchanged
		from (
			select case when coalesce(s.fate, o.fate) = 'added' then 'added'
				when o.fate = 'unchanged' and coalesce(s.fate, 'unchanged') = 'unchanged' then 'unchanged'
				when o.fate is null and s.fate = 'unchanged' then 'unchanged' else 'changed' end as fate
			from staged_organisation o full join staged_service s on s.seq = o.seq) as line`.execute(tx);
	return rows[0]!;
}
