import { sql } from 'kysely';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { isTextKey, translate } from '#lib/texts/translator.ts';
import { columnOf, type EntryKind } from '../../fields.ts';
import { holdFields, releaseFields } from '../../server/held-fields.ts';
import { alreadyDone, findPair, oneAtATime, type Pair } from './decisions.ts';

/**
 * Undoes a merge: each entry is again as its source tells it, or as it was decided before; services go back with theirs,
 * and those merged in the same gesture part. The pair waits again.
 * @throws Refusal 404 no such pair; 409 when it was undone already, when a field that it gave was decided anew, or when a
 *   later merge stands on it: says by whom and when
 */
export async function undoMerge(act: Act, pairId: string): Promise<void> {
	await oneAtATime(act);
	const pair = await findPair(act, pairId);
	if (pair.state === 'proposed' && pair.undoneAt)
		throw await alreadyDone(act, 'duplicates.already-undone', pair.undoneBy, pair.undoneAt);
	if (pair.state !== 'merged') throw new Refusal(409, 'duplicates.not-merged');
	for (const service of await mergedWith(act, pairId)) await part(act, service);
	await part(act, pair);
}

async function mergedWith(act: Act, pairId: string): Promise<Pair[]> {
	const { rows } = await sql<{ id: string }>`
		select id from duplicate_pair where with_pair = ${pairId}::uuid and state = 'merged' order by id`.execute(
		act.tx,
	);
	return Promise.all(rows.map(({ id }) => findPair(act, id)));
}

async function part(act: Act, pair: Pair): Promise<void> {
	const { id, kind, survivorId, mergedId } = pair;
	if (survivorId === null || mergedId === null) throw new Refusal(409, 'duplicates.not-merged');
	await refuseStoodOn(act, pair);
	await refuseDecidedAnew(act, pair);
	await giveBackSetAside(act, pair);
	await releaseFields(act, { cause: id });
	await act.tx
		.updateTable('duplicatePair')
		.set({ state: 'proposed', decidedBy: null, decidedAt: null, survivorId: null, mergedId: null })
		.set({ choices: '{}', withPair: null, undoneBy: act.actor.accountId, undoneAt: act.at })
		.set({ freshScore: null, freshReasons: null, changedAt: null })
		.where('id', '=', id)
		.execute();
	await standAlone(act, kind, mergedId);
	await record(act, 'directory.unmerged', survivorId, { kind, mergedId });
}

/** The entry, and those that had become one with it before it was merged itself. */
const standAlone = ({ tx }: Act, kind: EntryKind, id: string): Promise<unknown> =>
	sql`
		with recursive mine(id) as (
			select ${id}::uuid
			union select d.merged_id from duplicate_pair d join mine on d.survivor_id = mine.id
				where d.state = 'merged' and d.kind = ${kind})
		update ${sql.table(kind)} e set merged_into = nullif(${id}::uuid, e.id) from mine where mine.id = e.id`.execute(
		tx,
	);

/** A later merge took over what this one gave, or took the entry itself: it goes first. */
async function refuseStoodOn(act: Act, { id, kind, survivorId }: Pair): Promise<void> {
	const { rows } = await sql<{ name: string; decidedBy: string | null; decidedAt: Date }>`
		select e.name, d.decided_by, d.decided_at from duplicate_pair d join ${sql.table(kind)} e on e.id = d.merged_id
		where d.state = 'merged' and d.kind = ${kind} and (d.merged_id = ${survivorId}::uuid
			or exists (select from field_set_aside f where f.pair_id = d.id and f.cause = ${id}::uuid))
		order by d.decided_at desc limit 1`.execute(act.tx);
	const later = rows[0];
	if (later)
		throw await alreadyDone(act, 'duplicates.undo-later-first', later.decidedBy, later.decidedAt, {
			entry: later.name,
		});
}

/** What somebody has decided since about a field that the merge gave is hers: it is not taken back silently. */
async function refuseDecidedAnew(act: Act, { id, survivorId }: Pair): Promise<void> {
	const { rows } = await sql<{ field: string; heldBy: string | null; heldAt: Date }>`
		select h.field, h.held_by, h.held_at from duplicate_pair d, jsonb_object_keys(d.choices) chosen(field)
			join held_field h on h.entry_id = ${survivorId}::uuid
				and h.field = lower(regexp_replace(chosen.field, '([A-Z])', '_\\1', 'g'))
		where d.id = ${id}::uuid and h.cause is distinct from d.id order by h.held_at desc limit 1`.execute(
		act.tx,
	);
	const anew = rows[0];
	if (anew)
		throw await alreadyDone(act, 'duplicates.decided-anew', anew.heldBy, anew.heldAt, {
			field: labelOf(camel(anew.field)),
		});
}

const camel = (column: string): string =>
	column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

function labelOf(field: string): string {
	const key = field === 'placeId' ? 'duplicates.address' : `fields.label.${field}`;
	return isTextKey(key) ? translate(key) : field;
}

interface SetAside {
	readonly field: string;
	readonly value: unknown;
	readonly reason: 'edit' | 'correction' | 'merge' | 'privacy' | 'model';
}

/** Fields that were decided before the merge are decided again as they were, by whom they were. */
async function giveBackSetAside(act: Act, { id, kind, survivorId }: Pair): Promise<void> {
	const { rows } = await sql<SetAside>`
		select field, value, reason from field_set_aside where pair_id = ${id}::uuid`.execute(act.tx);
	if (rows.length === 0 || survivorId === null) return;
	const fields = Object.fromEntries(rows.map(({ field, value }) => [camel(field), value]));
	await holdFields(act, { kind, id: survivorId, fields, reason: 'edit' });
	await sql`
		update held_field h set reason = f.reason, cause = f.cause, held_by = f.held_by, held_at = f.held_at
		from field_set_aside f where f.pair_id = ${id}::uuid and h.entry_id = f.entry_id and h.field = f.field
			and h.field = any (${Object.keys(fields).map(columnOf)})`.execute(act.tx);
	await sql`delete from field_set_aside where pair_id = ${id}::uuid`.execute(act.tx);
}
