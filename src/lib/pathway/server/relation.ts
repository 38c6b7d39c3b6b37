import { sql } from 'kysely';
import { takeInHand } from '#lib/person/server/at-hand.ts';
import { NotYours, Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { type FoundPathway, findPathway, leads } from './pathways.ts';

export interface Relation {
	readonly leads: boolean;
	readonly writes: boolean;
	/** Domains and sensitive subjects of the assessment that are open to the actor. */
	readonly subjects: readonly string[];
}

/** What the actor may read and write of a pathway beyond knowing it, as row security decides it. */
export async function relationTo(act: Act, pathway: FoundPathway): Promise<Relation & { reads: boolean }> {
	await takeInHand(act, pathway.id);
	const { rows } = await sql<{ reads: boolean; writes: boolean; subjects: string[] }>`
		select reads_pathway(${pathway.id}, 3) as reads, writes_pathway(${pathway.id}) as writes,
			coalesce((select array_agg(subject) from subjects_at_hand()), '{}') as subjects`.execute(act.tx);
	const [row] = rows;
	if (!row) throw new Error('a query without a table always has one row');
	return { ...row, leads: leads(act, pathway) };
}

/** The pathway whose steps the actor reads; as if it did not exist for those with whom steps are not shared. */
export async function pathwayRead(act: Act, id: string) {
	const pathway = await findPathway(act, id);
	const relation = await relationTo(act, pathway);
	if (!relation.reads) throw new Refusal(404, 'problem.nothing-here');
	return { pathway, relation };
}

/**
 * The pathway in which the actor writes, held until the end of the act: those who write it come one after another.
 * @throws NotYours 404, and keeps the try, where the actor may not write
 */
export async function pathwayToWrite(act: Act, id: string) {
	await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`.execute(act.tx);
	const found = await findPathway(act, id);
	const relation = await relationTo(act, found);
	if (!relation.writes) throw new NotYours('step.write', id);
	if (found.state === 'closed') throw new Refusal(409, 'steps.pathway-closed');
	return { pathway: found, relation };
}
export type Written = Awaited<ReturnType<typeof pathwayToWrite>>;
