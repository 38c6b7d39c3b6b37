import type { Act } from '#lib/server/act.ts';
import type { EntryKind } from '../../fields.ts';
import { isId } from '../../server/closed-lists.ts';

/** The id of the entry that this one became one with; null when it stands alone, or is not there. */
export async function mergedInto({ tx }: Act, kind: EntryKind, id: string): Promise<string | null> {
	if (!isId(id)) return null;
	const row = await tx.selectFrom(kind).select('mergedInto').where('id', '=', id).executeTakeFirst();
	return row?.mergedInto ?? null;
}
