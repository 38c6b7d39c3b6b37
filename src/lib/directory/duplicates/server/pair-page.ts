import type { Act } from '#lib/server/act.ts';
import type { PairState } from '../pair.ts';
import type { Reason } from '../reasons.ts';
import { findPair, nameOf, type Pair } from './decisions.ts';
import { type Both, findRoots, lastChangeOf } from './roots.ts';
import { type ServicePair, servicePairsBetween } from './service-pairs.ts';
import { type FullVersion, versionsOf } from './versions.ts';

/** Two entries side by side, and what somebody decided about them. */
export interface PairPage {
	readonly pair: Pair;
	readonly score: number;
	readonly reasons: readonly Reason[];
	/** What is told today, when it would call for another decision. */
	readonly fresh: readonly Reason[] | null;
	/** Each one, or what it became; null when they are one already, by another way. */
	readonly both: Both | null;
	readonly services: readonly ServicePair[];
	/** Number of the last change of the two. */
	readonly seen: number;
	/** Fields that the one that stays took from the other. */
	readonly taken: readonly string[];
	readonly survivor: FullVersion | null;
	readonly merged: FullVersion | null;
	readonly decider: string | null;
	readonly undoer: string | null;
}

/** @throws Refusal 404 when there is no such pair, or one of its entries is no longer there */
export async function pairPage(act: Act, id: string): Promise<PairPage> {
	const pair = await findPair(act, id);
	const told = await act.tx
		.selectFrom('duplicatePair')
		.select(['score', 'reasons', 'freshReasons', 'choices'])
		.where('id', '=', pair.id)
		.executeTakeFirstOrThrow();
	const both = pair.state === 'merged' ? null : await findRoots(act, pair);
	const decided = await versionsOf(
		act,
		pair.kind,
		[pair.survivorId, pair.mergedId].filter((one) => one !== null),
	);
	return {
		pair,
		score: told.score,
		reasons: reasonsOf(told.reasons),
		fresh: told.freshReasons === null ? null : reasonsOf(told.freshReasons),
		both,
		services:
			both && pair.kind === 'organisation'
				? await servicePairsBetween(act, both.first.id, both.second.id)
				: [],
		seen: both ? await lastChangeOf(act, [both.first.id, both.second.id]) : 0,
		taken: Object.keys(Object(told.choices)),
		survivor: decided.get(pair.survivorId ?? '') ?? null,
		merged: decided.get(pair.mergedId ?? '') ?? null,
		decider: isDecided(pair.state) ? await nameOf(act, pair.decidedBy) : null,
		undoer: pair.undoneAt ? await nameOf(act, pair.undoneBy) : null,
	};
}

const isDecided = (state: PairState) => state !== 'proposed';

/** Written by this room alone, as `Reason`s. */
const reasonsOf = (stored: unknown): readonly Reason[] => (Array.isArray(stored) ? stored : []);
