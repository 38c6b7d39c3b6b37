import type * as z from 'zod';
import { findToWrite } from '#lib/pathway/server/written.ts';
import { Refusal, refuseIf } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import type { NewSignature } from '../document.ts';
import { findDocument } from './documents.ts';

/**
 * Keeps that somebody signed a document: once each, and never changed.
 * @throws NotYours 404 where the actor may not write, Refusal 409 when it was withdrawn or already signed by that signer
 */
export async function signDocument(
	act: Act,
	pathwayId: string,
	documentId: string,
	signature: z.infer<typeof NewSignature>,
): Promise<void> {
	await findToWrite(act, pathwayId, 'document.sign');
	const found = await findDocument(act, pathwayId, documentId);
	refuseIf(found.withdrawnAt ? 'notes.withdrawn-already' : undefined, 409);
	const witness = signature.proof === 'oral' ? signature.witness : null;
	const { numInsertedOrUpdatedRows } = await act.tx
		.insertInto('signature')
		.values({ ...signature, witness, documentId, pathwayId, signedAt: act.at })
		.onConflict((already) => already.doNothing())
		.executeTakeFirst();
	if (!numInsertedOrUpdatedRows) throw new Refusal(409, 'notes.signed-already');
	const { signer, proof } = signature;
	await record(act, 'document.signed', pathwayId, { signer, proof });
}
