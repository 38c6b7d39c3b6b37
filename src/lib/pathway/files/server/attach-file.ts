import { isTold } from '#lib/pathway/notes/note.ts';
import { authorOf, findToWrite } from '#lib/pathway/server/written.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import type { NewAttachment } from '../attachment.ts';
import type { CleanFile } from '../kept-file.ts';

/** What `cleanFile` let through. */
type SafeFile = Extract<CleanFile, { ok: true }>;

/**
 * Joins a clean file to a pathway; sent twice, it is joined once.
 * @throws NotYours 404, and keeps the try, where the actor may not write
 */
export async function attachFile(
	act: Act,
	pathwayId: string,
	{ once: id, ...typed }: NewAttachment,
	{ mediaType, bytes }: SafeFile,
): Promise<void> {
	await findToWrite(act, pathwayId, 'attachment.add');
	const { numInsertedOrUpdatedRows } = await act.tx
		.insertInto('attachment')
		.values({
			...typed,
			...(await authorOf(act)),
			id,
			pathwayId,
			mediaType,
			bytes: Buffer.from(bytes),
			size: bytes.length,
			addedAt: act.at,
		})
		.onConflict((already) => already.doNothing())
		.executeTakeFirst();
	if (!numInsertedOrUpdatedRows) return;
	await record(act, 'attachment.added', isTold(typed) ? pathwayId : id, { mediaType });
}
