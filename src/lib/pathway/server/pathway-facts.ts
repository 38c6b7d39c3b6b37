import { sql } from 'kysely';
import { NotYours } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { type PathwayState, pathwayStateOf } from '../pathway.ts';
import type { PathwayFacts } from '../pathway-moves.ts';
import { isEnded, referralStates } from '../referrals/referral.ts';
import { openStepStates } from '../steps/server/next-step.ts';
import { type FoundPathway, findPathway, leads } from './pathways.ts';

export interface LedPathway {
	readonly pathway: FoundPathway & { readonly state: PathwayState };
	readonly facts: PathwayFacts;
}

/**
 * The pathway that the actor's organisation leads and what decides of its state, held until the end of the act.
 * @throws Refusal 404 when the actor may not know it; NotYours 404, and keeps the try, when another leads
 */
export async function pathwayToMove(act: Act, id: string, what: string): Promise<LedPathway> {
	// The lock of `pathwayToWrite`: steps and states move one after the other.
	await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`.execute(act.tx);
	const pathway = await findPathway(act, id);
	if (!leads(act, pathway)) throw new NotYours(what, id);
	const state = pathwayStateOf(pathway.state);
	return { pathway: { ...pathway, state }, facts: { state, ...(await countedFacts(act, pathway)) } };
}

const openReferralStates = referralStates.filter((state) => !isEnded(state));

/** What decides of the state of a pathway. */
export async function countedFacts({ tx }: Act, { id, openedAt, reopenedAt }: FoundPathway) {
	const { rows } = await sql<Omit<PathwayFacts, 'state'>>`select
		exists (select from step where pathway_id = ${id} and state = any(${openStepStates}::text[])) as has_open_step,
		(select count(*)::integer from referral
			where pathway_id = ${id} and state = any(${openReferralStates}::text[])) as open_referrals,
		exists (select from relay where pathway_id = ${id} and state = 'effective'
			and effective_at >= ${reopenedAt ?? openedAt}) as relayed`.execute(tx);
	const [row] = rows;
	if (!row) throw new Error('a query without a table always has one row');
	return row;
}
