import type { Act } from '#lib/server/act.ts';
import type { EntryKind } from '../../fields.ts';
import { compared, type Frequencies } from '../compared.ts';
import { inOrder } from '../pair.ts';
import { proposedFrom, type Score, scorePair } from '../score.ts';
import { filedByIds } from './compared-entries.ts';
import { type Filing, fileEntries } from './filing.ts';
import { addProposals, listDecided, noteChanges, type ScoredPair, withdrawOthers } from './pairs.ts';

export interface Proposed {
	readonly kind: EntryKind;
	readonly entries: number;
	/** Pairs that shared a key, and were compared. */
	readonly compared: number;
	/** Pairs likely enough, already decided or not. */
	readonly found: number;
	/** New to those who decide. */
	readonly added: number;
	/** No longer alike, and not yet decided: taken away. */
	readonly withdrawn: number;
	/** Decided once, and told differently since. */
	readonly changed: number;
}

const chunk = 2000;

/**
 * Compares the entries of a kind that were imported since an instant (all of them when null) with those that share a key
 * with them, and proposes the likely pairs. What somebody decided stays decided. Memory holds ids and numbers: entries
 * themselves are read by pages.
 */
export async function proposeDuplicates(act: Act, kind: EntryKind, since: Date | null): Promise<Proposed> {
	const filing = await fileEntries(act, kind, since);
	const decided = await listDecided(act, kind);
	const found: (readonly [string, string])[] = [];
	let [count, added] = [0, 0];
	for (const pairs of chunks(filing.pairs(), chunk)) {
		count += pairs.length;
		const likely = (await scorePairs(act, kind, pairs, filing.census)).filter(
			({ score }) => score >= proposedFrom,
		);
		added += await addProposals(act, kind, likely);
		found.push(...likely.map(({ first, second }) => [first, second] as const));
	}
	const withdrawn = await withdrawOthers(act, kind, found, since === null ? null : [...filing.touched()]);
	const changed = await lookAgain(act, kind, decided, filing);
	return { kind, entries: filing.size, compared: count, found: found.length, added, withdrawn, changed };
}

async function lookAgain(
	act: Act,
	kind: EntryKind,
	decided: Awaited<ReturnType<typeof listDecided>>,
	filing: Filing,
): Promise<number> {
	let changed = 0;
	for (const some of chunks(decided, chunk)) {
		const pairs = some.map(({ first, second }) => [first, second] as const);
		changed += await noteChanges(act, some, await scorePairs(act, kind, pairs, filing.census));
	}
	return changed;
}

async function scorePairs(
	act: Act,
	kind: EntryKind,
	pairs: readonly (readonly [string, string])[],
	frequencies: Frequencies,
): Promise<ScoredPair[]> {
	const filed = await filedByIds(act, kind, new Set(pairs.flat()));
	const ready = new Map([...filed].map(([id, entry]) => [id, compared(entry, frequencies)]));
	return pairs.flatMap(([one, other]) => {
		const [a, b] = [ready.get(one), ready.get(other)];
		if (!a || !b) return [];
		const [first, second] = inOrder(one, other);
		const scored: Score = scorePair(a, b);
		return [{ first, second, ...scored }];
	});
}

function* chunks<T>(values: Iterable<T>, size: number): Generator<T[]> {
	let some: T[] = [];
	for (const value of values) {
		some.push(value);
		if (some.length < size) continue;
		yield some;
		some = [];
	}
	if (some.length > 0) yield some;
}
