import { sql } from 'kysely';
import { organisationOf } from '#lib/person/server/people.ts';
import { NotYours } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import type { NewDeparture } from '../departure.ts';

/**
 * Tells that a worker of the actor's organisation leaves her post, or leaves it on another day: each person whom she
 * leads waits for a relay from then on.
 * @throws NotYours 404 for somebody of elsewhere
 */
export async function tellDeparture(act: Act, { leaver, leavesOn }: NewDeparture): Promise<void> {
	const { rows } =
		await sql`select from colleagues() where role = 'worker' and hat_id = ${leaver}::uuid`.execute(act.tx);
	if (rows.length === 0) throw new NotYours('departure.tell', leaver);
	const told = { leavesOn, toldAt: act.at };
	await act.tx
		.insertInto('departure')
		.values({ hatId: leaver, organisationId: organisationOf(act.actor), ...told })
		.onConflict((known) => known.column('hatId').doUpdateSet(told))
		.execute();
	await record(act, 'departure.told', leaver, { leavesOn });
}
