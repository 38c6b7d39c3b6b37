import { sql } from 'kysely';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import type { EntryKind } from '../../fields.ts';
import type { Side } from '../merging.ts';
import { type FullVersion, versionsOf } from './versions.ts';

export type Both = Readonly<Record<Side, FullVersion>>;

interface Told {
	readonly kind: EntryKind;
	readonly firstId: string;
	readonly secondId: string;
}

/**
 * The two entries that a pair speaks of today: each one, or what it became; null when they are one already.
 * @throws Refusal 404 when one is no longer there
 */
export async function findRoots(act: Act, { kind, firstId, secondId }: Told): Promise<Both | null> {
	const told = await versionsOf(act, kind, [firstId, secondId]);
	const rootIds = [firstId, secondId].map((id) => told.get(id)?.mergedInto ?? id);
	const roots = await versionsOf(act, kind, rootIds);
	const [first, second] = rootIds.map((id) => roots.get(id));
	if (!first || !second) throw new Refusal(404, 'duplicates.gone');
	return first.id === second.id ? null : { first, second };
}

/** @throws Refusal 404 when one is no longer there; 409 when they are one already */
export async function rootsOf(act: Act, told: Told): Promise<Both> {
	const both = await findRoots(act, told);
	if (!both) throw new Refusal(409, 'duplicates.already-one');
	return both;
}

/** Number of the last change of these entries: what was compared is what is merged. */
export async function lastChangeOf({ tx }: Act, ids: readonly string[]): Promise<number> {
	const { rows } = await sql<{ seq: number }>`
		select coalesce(max(seq), 0)::int as seq from field_change
		where entry_id = any (${ids}::uuid[])`.execute(tx);
	return rows[0]!.seq;
}
