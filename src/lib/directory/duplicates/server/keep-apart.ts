import { sql } from 'kysely';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { alreadyDone, findPair, oneAtATime, refuseDecided } from './decisions.ts';
import { findRoots } from './roots.ts';

/**
 * Says that two entries are two: they are no longer proposed, nor are the others that became one with them.
 * @throws Refusal 404 no such pair; 409 decided meanwhile, says by whom
 */
export async function keepApart(act: Act, pairId: string): Promise<void> {
	await oneAtATime(act);
	const pair = await findPair(act, pairId);
	await refuseDecided(act, pair);
	const both = await findRoots(act, pair);
	if (!both) throw new Refusal(409, 'duplicates.already-one');
	const root = (id: string) =>
		sql`coalesce((select merged_into from ${sql.table(pair.kind)} where id = ${sql.ref(id)}), ${sql.ref(id)})`;
	await sql`
		update duplicate_pair set state = 'apart', decided_by = ${act.actor.accountId}::uuid, decided_at = ${act.at}
		where kind = ${pair.kind} and state = 'proposed' and (id = ${pairId}::uuid
			or (${root('first_id')}, ${root('second_id')})
				in ((${both.first.id}::uuid, ${both.second.id}::uuid), (${both.second.id}::uuid, ${both.first.id}::uuid)))`.execute(
		act.tx,
	);
	await record(act, 'duplicates.kept-apart', pairId, { kind: pair.kind });
}

/**
 * Takes back « apart »: the pair waits again.
 * @throws Refusal 404 no such pair; 409 when somebody did so already, or merged them
 */
export async function proposeAgain(act: Act, pairId: string): Promise<void> {
	await oneAtATime(act);
	const pair = await findPair(act, pairId);
	if (pair.state === 'merged') await refuseDecided(act, pair);
	if (pair.state === 'proposed')
		throw await alreadyDone(act, 'duplicates.already-proposed', pair.undoneBy, pair.undoneAt);
	await act.tx
		.updateTable('duplicatePair')
		.set({ state: 'proposed', decidedBy: null, decidedAt: null })
		.set({ undoneBy: act.actor.accountId, undoneAt: act.at })
		.set({ freshScore: null, freshReasons: null, changedAt: null })
		.where('id', '=', pairId)
		.execute();
	await record(act, 'duplicates.proposed-again', pairId, { kind: pair.kind });
}
