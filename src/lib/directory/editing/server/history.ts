import { sql } from 'kysely';
import type { Act } from '#lib/server/act.ts';

/** A field as it became, and who said so. */
export interface Change {
	readonly field: string;
	readonly before: unknown;
	readonly after: unknown;
	/** The name of a source, or `here`. */
	readonly toldBy: string;
	readonly changedAt: Date;
	/** Whether it is decided here: imports keep it. */
	readonly held: boolean;
}

const most = 300;

/** The latest changes of an entry, field by field, the newest first; for professionals. */
export async function listChanges({ tx }: Act, entryId: string): Promise<Change[]> {
	const { rows } = await sql<Change>`
		select c.field, c.before, c.after, c.told_by, c.changed_at,
			h.field is not null and c.seq = max(c.seq) over (partition by c.field) as held
		from field_change c left join held_field h on h.entry_id = c.entry_id and h.field = c.field
		where c.entry_id = ${entryId} and c.field not in ('digest', 'place_id', 'organisation_id', 'fictional')
		order by c.seq desc limit ${most}`.execute(tx);
	return rows;
}
