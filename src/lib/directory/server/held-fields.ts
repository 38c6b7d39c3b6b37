import { sql } from 'kysely';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { columnOf, type EntryKind, editableFields, isFieldOf } from '../fields.ts';
import { hideEntries } from './hide-entries.ts';

export interface Holding {
	readonly kind: EntryKind;
	readonly id: string;
	/** Values by field of `editableFields`, or `placeId` for a place already written. */
	readonly fields: Readonly<Record<string, unknown>>;
	readonly reason: 'edit' | 'correction' | 'merge' | 'privacy' | 'model';
	/** The merge or the correction that holds them, to let them go together. */
	readonly cause?: string;
}

/**
 * Decides fields of an entry here: they take these values now, and the next imports keep them while noting what the
 * source tells. What is already decided is decided anew.
 * @throws Refusal 404 when the entry is not there, or not the actor's to change; 422 for a value against its field's rule
 */
export async function holdFields(act: Act, { kind, id, fields, reason, cause }: Holding): Promise<void> {
	const { tx, at, actor } = act;
	const patch = Object.fromEntries(
		Object.entries(fields).map(([field, value]) => [columnOf(field), checked(kind, field, value)]),
	);
	const values = JSON.stringify(patch);
	await sql`
		insert into held_field as held (entry_id, kind, field, value, told, reason, cause, held_by, held_at)
		select e.id, ${kind}, p.key, p.value, coalesce(to_jsonb(e) -> p.key, 'null'), ${reason}, ${cause ?? null}::uuid,
			${actor.accountId}::uuid, ${at}
		from ${sql.table(kind)} e, jsonb_each(${values}::jsonb) p where e.id = ${id}
		on conflict (entry_id, field) do update set value = excluded.value, reason = excluded.reason,
			cause = excluded.cause, held_by = excluded.held_by, held_at = excluded.held_at`.execute(tx);
	const columns = sql.join(Object.keys(patch).map((column) => sql.ref(column)));
	const { rows } = await sql`
		update ${sql.table(kind)} e set (${columns}) = (select ${columns} from jsonb_populate_record(e, ${values}::jsonb))
		where e.id = ${id} returning e.id`.execute(tx);
	if (rows.length === 0) throw new Refusal(404, notThere[kind]);
	if (patch.confidential === true || patch.contact_private === true) await hideEntries(act);
	await record(act, 'directory.changed', id, { kind, fields: Object.keys(fields), reason });
}

const notThere = {
	organisation: 'import-run.no-organisation',
	service: 'import-run.no-service',
} as const;

function checked(kind: EntryKind, field: string, value: unknown): unknown {
	if (field === 'placeId') return value;
	if (!isFieldOf(kind, field)) throw new Refusal(422, 'fields.unknown');
	const rules: Readonly<Record<string, { safeParse(given: unknown): { success: boolean; data?: unknown } }>> =
		editableFields[kind];
	const { success, data } = rules[field]!.safeParse(value);
	if (!success) throw new Refusal(422, 'fields.wrong-value');
	return data;
}

/** Lets fields go: they take the value that their source tells now. By their cause, or by entry and field. */
export async function releaseFields(
	act: Act,
	which: { readonly cause: string } | { readonly id: string; readonly fields: readonly string[] },
): Promise<void> {
	const { tx } = act;
	const chosen =
		'cause' in which
			? sql`cause = ${which.cause}::uuid`
			: sql`entry_id = ${which.id}::uuid and field = any (${which.fields.map(columnOf)})`;
	const { rows } = await sql<{ entryId: string; kind: EntryKind; field: string; told: unknown }>`
		delete from held_field where ${chosen} returning entry_id, kind, field, told`.execute(tx);
	for (const kind of ['organisation', 'service'] as const) {
		const told = rows.filter((row) => row.kind === kind);
		if (told.length > 0) await giveBack(act, kind, told);
	}
	await hideEntries(act);
	for (const [id, fields] of Map.groupBy(rows, (row) => row.entryId))
		await record(act, 'directory.changed', id, {
			kind: fields[0]!.kind,
			fields: fields.map(({ field }) => field),
			reason: 'release',
		});
}

interface Told {
	readonly entryId: string;
	readonly field: string;
	readonly told: unknown;
}

/** One statement for all the entries: each keeps what is not given back. */
async function giveBack({ tx }: Act, kind: EntryKind, told: readonly Told[]): Promise<void> {
	const columns = sql.join([...new Set(told.map(({ field }) => field))].map((column) => sql.ref(column)));
	await sql`
		update ${sql.table(kind)} e set (${columns}) = (select ${columns} from jsonb_populate_record(e, given.told))
		from (
			select "entryId" as id, jsonb_object_agg(field, told) as told
			from jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as row ("entryId" uuid, field text, told jsonb)
			group by "entryId") given
		where e.id = given.id`.execute(tx);
}
