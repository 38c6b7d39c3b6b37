import type { Reason } from './reasons.ts';
import type { Score } from './score.ts';

export const pairStates = ['proposed', 'merged', 'apart'] as const;
export type PairState = (typeof pairStates)[number];

/** The two ids of a pair in their order: a pair is one whatever the side from which it is looked at. */
export const inOrder = (one: string, other: string): readonly [first: string, second: string] =>
	one < other ? [one, other] : [other, one];

/** Points by which a score must move before somebody is told that what was decided has changed. */
const material = 15;

/**
 * Whether what is told now would call for another decision: entries kept apart that grow alike by something new, entries
 * merged that are no longer alike. The decision stands: it is only said.
 */
export function hasChanged(state: PairState, decided: Score, now: Score): boolean {
	if (state === 'merged') return now.score <= decided.score - 2 * material;
	if (state === 'apart') return now.score >= decided.score + material && hasNew(decided.reasons, now.reasons);
	return false;
}

function hasNew(before: readonly Reason[], now: readonly Reason[]): boolean {
	const known = new Set(before.filter(({ points }) => points > 0).map(({ kind }) => kind));
	const gone = new Set(now.map(({ kind }) => kind));
	return (
		now.some(({ kind, points }) => points > 0 && !known.has(kind)) ||
		before.some(({ kind, points }) => points < 0 && !gone.has(kind))
	);
}
