import { sql } from 'kysely';
import { NotYours } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { dayOf } from '#lib/time/days.ts';
import type { Absence } from '../absence.ts';

/** The absences of the actor's organisation that last or come, the nearest first. */
export async function listAbsences({ tx, at }: Act): Promise<Absence[]> {
	const { rows } = await sql<Absence>`
		with known as materialized (select hat_id, name from colleagues())
		select a.id, a.hat_id, away.name, a.to_hat_id, received.name as to_name, a.from_day, a.until_day
		from absence a join known away on away.hat_id = a.hat_id join known received on received.hat_id = a.to_hat_id
		where a.ended_at is null and a.until_day >= ${dayOf(at)} order by a.from_day, a.id`.execute(tx);
	return rows;
}

/** Ends an absence of the actor's organisation. @throws NotYours when there is none to end */
export async function endAbsenceRow({ tx, at }: Act, id: string): Promise<void> {
	const { numUpdatedRows } = await tx
		.updateTable('absence')
		.set({ endedAt: at })
		.where('id', '=', id)
		.where('endedAt', 'is', null)
		.executeTakeFirst();
	if (numUpdatedRows === 0n) throw new NotYours('absence.end', id);
}

/** The workers of the actor's organisation, by name. */
export async function listWorkers({ tx }: Act): Promise<{ hatId: string; name: string }[]> {
	const { rows } = await sql<{ hatId: string; name: string }>`
		select hat_id, name from colleagues() where role = 'worker' order by name, hat_id`.execute(tx);
	return rows;
}
