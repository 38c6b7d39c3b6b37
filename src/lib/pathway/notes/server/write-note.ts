import { dropDraft } from '#lib/pathway/server/drafts.ts';
import { authorOf, findToWrite } from '#lib/pathway/server/written.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { isTold, type NewNote } from '../note.ts';
import { noteDraft } from './notes.ts';

/**
 * Writes a note on a pathway; sent twice, it is written once. Others learn of it only when it is for them.
 * @throws NotYours 404, and keeps the try, where the actor may not write
 */
export async function writeNote(act: Act, pathwayId: string, { once: id, ...note }: NewNote): Promise<void> {
	await findToWrite(act, pathwayId, 'note.write');
	await dropDraft(act, noteDraft(pathwayId));
	const { numInsertedOrUpdatedRows } = await act.tx
		.insertInto('note')
		.values({ ...note, ...(await authorOf(act)), id, pathwayId, writtenAt: act.at })
		.onConflict((already) => already.doNothing())
		.executeTakeFirst();
	if (!numInsertedOrUpdatedRows) return;
	const contact = note.contactWay !== null;
	await record(act, 'note.written', isTold(note) ? pathwayId : id, { contact });
}
