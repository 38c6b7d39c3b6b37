import { sql } from 'kysely';
import { organisationOf } from '#lib/person/server/people.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { findPathway } from './pathways.ts';
import { nameOfActor } from './worker-name.ts';

/** Who writes, in whose name: what each note, file, appointment and document keeps of its author. */
export const authorOf = async (act: Act) => ({
	organisationId: organisationOf(act.actor),
	hatId: act.actor.hat?.id ?? '',
	authorName: await nameOfActor(act),
});

/**
 * The pathway, where the actor may write.
 * @throws Refusal 404 when she may not know it, 403 when she only reads it
 */
export async function findToWrite(act: Act, id: string) {
	const pathway = await findPathway(act, id);
	if (!(await mayWrite(act, id))) throw new Refusal(403, 'notes.read-only');
	return pathway;
}

/** Whether the actor may write there: her organisation leads it, or steps are shared with it. */
export async function mayWrite({ tx }: Act, id: string): Promise<boolean> {
	const { rows } = await sql<{ may: boolean }>`
		select ${id}::uuid in (select written_pathways()) as may`.execute(tx);
	return rows[0]?.may ?? false;
}
