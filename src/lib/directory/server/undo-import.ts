import { sql } from 'kysely';
import * as z from 'zod';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { hideEntries } from './hide-entries.ts';
import { signHistory } from './import-runs.ts';
import { columnsOf } from './staging.ts';

export const undoHours = 24;

export const RunToUndo = z.object({ run: z.uuid('import-run.no-import') });

export interface Undone {
	readonly source: string;
	/** Entries that the import had brought, taken away; or only hidden when something here already speaks of them. */
	readonly removed: number;
	/** Entries put back as they were. */
	readonly restored: number;
	/** Fields changed since by somebody: they stay. */
	readonly kept: number;
}

/**
 * Undoes an import of less than a day: what it brought goes, what it changed or made gone comes back. What people have
 * changed since stays.
 * @throws Refusal 404 no such import; 409 already undone, too old, or followed by another import of the same source
 */
export async function undoImport(act: Act, runId: string): Promise<Undone> {
	await sql`select pg_advisory_xact_lock(hashtext('passerelles import'))`.execute(act.tx);
	const { source } = await undoable(act, runId);
	await signHistory(act, source, '');
	let [restored, kept, removed] = [0, 0, 0];
	for (const kind of ['organisation', 'service'] as const) {
		const back = await putBack(act, kind, runId);
		restored += back.restored;
		kept += back.kept;
	}
	for (const kind of ['service', 'organisation'] as const) removed += await takeAway(act, kind, runId);
	await hideEntries(act);
	await act.tx.updateTable('importRun').set({ undoneAt: act.at }).where('id', '=', runId).execute();
	await record(act, 'directory.import-undone', runId, { source, removed, restored, kept });
	return { source, removed, restored, kept };
}

async function undoable({ tx, at }: Act, runId: string): Promise<{ source: string }> {
	const run = await tx
		.selectFrom('importRun')
		.select(['source', 'startedAt', 'undoneAt'])
		.where('id', '=', runId)
		.executeTakeFirst();
	if (!run) throw new Refusal(404, 'import-run.no-import');
	if (run.undoneAt) throw new Refusal(409, 'import-run.already-undone');
	if (at.getTime() - run.startedAt.getTime() > undoHours * 3_600_000)
		throw new Refusal(409, 'import-run.too-late');
	const later = await tx
		.selectFrom('importRun')
		.select('id')
		.where('source', '=', run.source)
		.where('undoneAt', 'is', null)
		.where('startedAt', '>', run.startedAt)
		.executeTakeFirst();
	if (later) throw new Refusal(409, 'import-run.undo-later-first');
	return run;
}

type Kind = 'organisation' | 'service';

/** Each field as it was before the import, unless somebody has changed it since. */
async function putBack({ tx }: Act, kind: Kind, runId: string): Promise<{ restored: number; kept: number }> {
	const columns = [...Object.keys(columnsOf[kind]), 'place_id', 'digest', 'gone_at'];
	if (kind === 'service') columns.push('organisation_id');
	const names = sql.join(columns.map((column) => sql.ref(column)));
	const { rows } = await sql<{ restored: number; kept: number }>`
		with changed as (
			select entry_id, field, (array_agg(before order by seq))[1] as before, (array_agg(after order by seq desc))[1] as after
			from field_change where import_run = ${runId} and kind = ${kind} group by entry_id, field),
		compared as (
			select c.*, coalesce(to_jsonb(e) -> c.field, 'null') = c.after as untouched
			from changed c join ${sql.table(kind)} e on e.id = c.entry_id),
		back as (
			select entry_id, jsonb_object_agg(field, before) as former from compared where untouched group by entry_id),
		done as (
			update ${sql.table(kind)} e set (${names}) = (select ${names} from jsonb_populate_record(e, back.former))
			from back where back.entry_id = e.id returning e.id)
		select (select count(*) from done)::int as restored, (select count(*) from compared where not untouched)::int as kept`.execute(
		tx,
	);
	return rows[0]!;
}

/** Deletes what the import added; what is already spoken of elsewhere is gone for readers and stays for its references. */
async function takeAway({ tx, at }: Act, kind: Kind, runId: string): Promise<number> {
	const added = sql`from ${sql.table(kind)} where added_by = ${runId}::uuid`;
	await sql`savepoint take_away`.execute(tx);
	try {
		await sql`delete from private_detail where entry_id in (select id ${added})`.execute(tx);
		const { numAffectedRows } = await sql`delete ${added}`.execute(tx);
		return Number(numAffectedRows ?? 0);
	} catch (error) {
		if (!isStillReferred(error)) throw error;
		await sql`rollback to savepoint take_away`.execute(tx);
		const { numAffectedRows } = await sql`
			update ${sql.table(kind)} set gone_at = ${at} where added_by = ${runId}::uuid and gone_at is null`.execute(
			tx,
		);
		return Number(numAffectedRows ?? 0);
	}
}

/** SQLSTATE foreign_key_violation. */
const isStillReferred = (error: unknown): boolean =>
	typeof error === 'object' && error !== null && 'code' in error && error.code === '23503';
