import type * as z from 'zod';
import { authorOf, findToWrite } from '#lib/pathway/server/written.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import type { NewDocument } from '../document.ts';

/**
 * Keeps a document to sign; sent twice, it is kept once.
 * @returns its id
 * @throws NotYours 404, and keeps the try, where the actor may not write
 */
export async function makeDocument(
	act: Act,
	pathwayId: string,
	{ once: id, ...typed }: z.infer<typeof NewDocument>,
): Promise<string> {
	await findToWrite(act, pathwayId, 'document.make');
	const { organisationId, hatId } = await authorOf(act);
	const { numInsertedOrUpdatedRows } = await act.tx
		.insertInto('document')
		.values({ ...typed, id, pathwayId, organisationId, hatId, madeAt: act.at })
		.onConflict((already) => already.doNothing())
		.executeTakeFirst();
	if (numInsertedOrUpdatedRows) await record(act, 'document.made', pathwayId, { kind: typed.kind });
	return id;
}
