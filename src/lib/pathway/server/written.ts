import { sql } from 'kysely';
import { organisationOf } from '#lib/person/server/people.ts';
import { NotYours } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { uuidOf } from '../uuid.ts';
import { findPathway } from './pathways.ts';
import { nameOfActor } from './worker-name.ts';

/** Who writes, in whose name: what each note, file, appointment and document keeps of its author. */
export const authorOf = async (act: Act) => ({
	organisationId: organisationOf(act.actor),
	hatId: act.actor.hat?.id ?? '',
	authorName: await nameOfActor(act),
});

/**
 * The pathway, where the actor may write; `tried` names what she does, as events are.
 * @throws NotYours 404, and keeps the try, where she only reads or knows nobody
 */
export async function findToWrite(act: Act, id: string, tried: string) {
	if (!(await mayWrite(act, uuidOf(id)))) throw new NotYours(tried, id);
	return findPathway(act, id);
}

/** Whether the actor may write there: her organisation leads it, or steps are shared with it. */
export async function mayWrite({ tx }: Act, id: string): Promise<boolean> {
	const { rows } = await sql<{ may: boolean }>`
		select ${id}::uuid in (select written_pathways()) as may`.execute(tx);
	return rows[0]?.may ?? false;
}
