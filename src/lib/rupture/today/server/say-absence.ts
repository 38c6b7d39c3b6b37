import { sql } from 'kysely';
import { organisationOf } from '#lib/person/server/people.ts';
import { NotYours, refuseIf } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { dayOf } from '#lib/time/days.ts';
import { type NewAbsence, whyNotAbsent } from '../absence.ts';
import { listAbsences, listWorkers } from './absences.ts';

/**
 * Says that a worker of the actor's organisation is away, and to whom her day is handed over meanwhile.
 * @throws Refusal 422 when the days cannot be, NotYours 404 for somebody of elsewhere
 */
export async function sayAbsence(act: Act, absence: NewAbsence): Promise<void> {
	const organisationId = organisationOf(act.actor);
	await sql`select pg_advisory_xact_lock(hashtextextended(${`absence ${organisationId}`}, 0))`.execute(
		act.tx,
	);
	const workers = new Set((await listWorkers(act)).map(({ hatId }) => hatId));
	for (const hatId of [absence.who, absence.to])
		if (!workers.has(hatId)) throw new NotYours('absence.say', hatId);
	refuseIf(whyNotAbsent(absence, await listAbsences(act), dayOf(act.at)), 422);
	const { who, to, fromDay, untilDay } = absence;
	const id = crypto.randomUUID();
	await act.tx
		.insertInto('absence')
		.values({
			id,
			organisationId,
			hatId: who,
			toHatId: to,
			fromDay,
			untilDay,
			saidByHatId: act.actor.hat?.id ?? '',
			saidAt: act.at,
		})
		.execute();
	await record(act, 'absence.said', id, { from: fromDay, until: untilDay });
}
