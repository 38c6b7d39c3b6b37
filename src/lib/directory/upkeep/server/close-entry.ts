import { sql } from 'kysely';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import type { EntryKind } from '../../fields.ts';

interface Closing {
	readonly kind: EntryKind;
	readonly id: string;
	/** Calendar day, YYYY-MM-DD. */
	readonly on: string;
	readonly cause: string;
}

/**
 * Closes an entry for good: out of searches, its page says so, and imports do not open it again.
 * @throws Refusal 404 when the entry is not there, or not the actor's to close
 */
export async function closeEntry(act: Act, { kind, id, on, cause }: Closing): Promise<void> {
	await sql`
		insert into closed_entry (entry_id, kind, closed_on, cause) values (${id}::uuid, ${kind}, ${on}::date, ${cause}::uuid)
		on conflict do nothing`.execute(act.tx);
	const { rows } = await sql`
		update ${sql.table(kind)} set gone_at = coalesce(gone_at, ${act.at}) where id = ${id}::uuid returning id`.execute(
		act.tx,
	);
	if (rows.length === 0) throw new Refusal(404, 'upkeep.entry-unknown');
	await record(act, 'directory.changed', id, { kind, fields: ['goneAt'], reason: 'closed' });
}

/** Opens again what this cause had closed. */
export async function reopenEntry(act: Act, cause: string): Promise<void> {
	const { rows } = await sql<{ entryId: string; kind: EntryKind }>`
		delete from closed_entry where cause = ${cause}::uuid returning entry_id, kind`.execute(act.tx);
	for (const { entryId, kind } of rows) {
		await sql`update ${sql.table(kind)} set gone_at = null where id = ${entryId}::uuid`.execute(act.tx);
		await record(act, 'directory.changed', entryId, { kind, fields: ['goneAt'], reason: 'reopened' });
	}
}
