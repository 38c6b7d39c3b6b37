import { organisationOf } from '#lib/person/server/people.ts';
import { refuseIf } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { findDocument } from './documents.ts';
import { findToWrite } from './written.ts';

/**
 * Withdraws a document: it stays readable, with its signatures, and nobody signs it any more. Done twice, done once.
 * @throws Refusal 404 or 403 as for writing, 403 when another organisation made it
 */
export async function withdrawDocument(act: Act, pathwayId: string, id: string): Promise<void> {
	await findToWrite(act, pathwayId);
	const { organisationId } = await findDocument(act, pathwayId, id);
	refuseIf(organisationId === organisationOf(act.actor) ? undefined : 'notes.withdraw-not-yours');
	const { numUpdatedRows } = await act.tx
		.updateTable('document')
		.set({ withdrawnAt: act.at })
		.where('id', '=', id)
		.where('withdrawnAt', 'is', null)
		.executeTakeFirst();
	if (numUpdatedRows) await record(act, 'document.withdrawn', pathwayId, {});
}
