import { sql } from 'kysely';
import { NotYours } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';

/** Whether the actor's organisation leads the pathway of a person; of a closed file, its lead worker alone. */
export async function leadsPerson({ tx }: Act, personId: string): Promise<boolean> {
	const { rows } = await sql<{ leads: boolean }>`
		select ${personId}::uuid in (select led_people()) as leads`.execute(tx);
	return rows[0]?.leads ?? false;
}

/** @throws NotYours 404, and keeps the try, unless the actor leads */
export async function refuseUnlessLead(act: Act, personId: string, what: string): Promise<void> {
	if (!(await leadsPerson(act, personId))) throw new NotYours(what, personId);
}
