import { findToWrite } from '#lib/pathway/server/written.ts';
import { organisationOf } from '#lib/person/server/people.ts';
import { NotYours } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { findDocument } from './documents.ts';

/**
 * Withdraws a document: it stays readable, with its signatures, and nobody signs it any more. Done twice, done once.
 * @throws NotYours 404, and keeps the try, where the actor may not write or another organisation made it
 */
export async function withdrawDocument(act: Act, pathwayId: string, id: string): Promise<void> {
	await findToWrite(act, pathwayId, 'document.withdraw');
	const { organisationId } = await findDocument(act, pathwayId, id);
	if (organisationId !== organisationOf(act.actor)) throw new NotYours('document.withdraw', id);
	const { numUpdatedRows } = await act.tx
		.updateTable('document')
		.set({ withdrawnAt: act.at })
		.where('id', '=', id)
		.where('withdrawnAt', 'is', null)
		.executeTakeFirst();
	if (numUpdatedRows) await record(act, 'document.withdrawn', pathwayId, {});
}
