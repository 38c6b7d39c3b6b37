import { sql } from 'kysely';
import type { Act } from '#lib/server/act.ts';
import type { EntryKind } from '../../fields.ts';
import { hasChanged, type PairState } from '../pair.ts';
import type { Score } from '../score.ts';

export interface ScoredPair extends Score {
	readonly first: string;
	readonly second: string;
}

export interface DecidedPair extends ScoredPair {
	readonly id: string;
	readonly state: PairState;
	readonly freshScore: number | null;
}

/** Writes the pairs that are not there yet, and brings up to date those that wait; returns how many are new. */
export async function addProposals(
	{ tx, at }: Act,
	kind: EntryKind,
	pairs: readonly ScoredPair[],
): Promise<number> {
	if (pairs.length === 0) return 0;
	const { rows } = await sql<{ added: boolean }>`
		insert into duplicate_pair as known (kind, first_id, second_id, score, reasons, proposed_at)
		select ${kind}, first, second, score, reasons, ${at}
		from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as told (first uuid, second uuid, score integer, reasons jsonb)
		on conflict (first_id, second_id) do update set score = excluded.score, reasons = excluded.reasons
		where known.state = 'proposed' and (known.score, known.reasons) is distinct from (excluded.score, excluded.reasons)
		returning xmax = 0 as added`.execute(tx);
	return rows.filter(({ added }) => added).length;
}

/** Takes away what waits and was not found again, among the pairs of these entries, or among all. */
export async function withdrawOthers(
	{ tx }: Act,
	kind: EntryKind,
	found: readonly (readonly [string, string])[],
	touched: readonly string[] | null,
): Promise<number> {
	const among =
		touched === null
			? sql`true`
			: sql`(first_id = any (${touched}::uuid[]) or second_id = any (${touched}::uuid[]))`;
	const { numAffectedRows } = await sql`
		delete from duplicate_pair waiting where kind = ${kind} and state = 'proposed' and ${among}
			and not exists (select from unnest(${found.map(([first]) => first)}::uuid[], ${found.map(([, second]) => second)}::uuid[])
				as found (first, second) where found.first = waiting.first_id and found.second = waiting.second_id)`.execute(
		tx,
	);
	return Number(numAffectedRows ?? 0);
}

/** What somebody decided, with what it was decided on. */
export async function listDecided({ tx }: Act, kind: EntryKind): Promise<DecidedPair[]> {
	const { rows } = await sql<DecidedPair>`
		select id, first_id as first, second_id as second, score, reasons, state, fresh_score
		from duplicate_pair where kind = ${kind} and state <> 'proposed'`.execute(tx);
	return rows;
}

interface Note {
	readonly id: string;
	readonly score: number | null;
	readonly reasons: Score['reasons'] | null;
}

/** Says of decided pairs what is found now, when it would call for another decision; unsays it when it no longer does. */
export async function noteChanges(
	{ tx, at }: Act,
	decided: readonly DecidedPair[],
	now: readonly ScoredPair[],
): Promise<number> {
	const found = new Map(now.map((pair) => [`${pair.first} ${pair.second}`, pair]));
	const notes = decided.flatMap((pair): Note[] => {
		const { score, reasons } = found.get(`${pair.first} ${pair.second}`) ?? pair;
		const changed = hasChanged(pair.state, pair, { score, reasons });
		if (!changed) return pair.freshScore === null ? [] : [{ id: pair.id, score: null, reasons: null }];
		return pair.freshScore === score ? [] : [{ id: pair.id, score, reasons }];
	});
	if (notes.length === 0) return 0;
	await sql`
		update duplicate_pair pair set fresh_score = note.score, fresh_reasons = note.reasons,
			changed_at = case when note.score is null then null else ${at}::timestamptz end
		from jsonb_to_recordset(${JSON.stringify(notes)}::jsonb) as note (id uuid, score integer, reasons jsonb)
		where pair.id = note.id`.execute(tx);
	return notes.filter(({ score }) => score !== null).length;
}
