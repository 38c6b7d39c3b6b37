import { sql } from 'kysely';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { day, holdSituationImport, keptPathways } from './situation-imports.ts';

/**
 * Takes back what an import opened: the pathways that nobody has touched since go, the others stay.
 * @throws Refusal 409 when it is already undone, was never confirmed, or a day has passed
 */
export async function undoSituations(act: Act, id: string): Promise<void> {
	const { state, doneAt } = await holdSituationImport(act, id);
	if (state === 'undone') throw new Refusal(409, 'situations.already-undone');
	if (!doneAt) throw new Refusal(409, 'situations.not-done');
	if (act.at.getTime() - doneAt.getTime() >= day) throw new Refusal(409, 'situations.too-late');
	const { rows } = await sql<{ removed: number | null }>`select undo_situations(${id}) as removed`.execute(
		act.tx,
	);
	const removed = rows[0]?.removed ?? 0;
	const kept = await keptPathways(act, id);
	await act.tx.deleteFrom('situationFile').where('importId', '=', id).execute();
	await act.tx
		.updateTable('situationImport')
		.set({ state: 'undone', undoneAt: act.at, removed })
		.where('id', '=', id)
		.execute();
	await record(act, 'situations.undone', id, { removed, kept: kept.length });
}
