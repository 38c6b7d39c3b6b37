import { refuseIf } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { editingBlockedBy } from '../../editing/policy.ts';
import { findModel } from './models.ts';

/**
 * Removes a model; each branch keeps what it says and goes its own way.
 * @throws Refusal 403 when the model is not the actor's to change; 404
 */
export async function removeModel(act: Act, modelId: string): Promise<void> {
	const { id, organisationId } = await findModel(act, modelId);
	refuseIf(editingBlockedBy(act.actor, organisationId));
	await act.tx.updateTable('serviceModel').set({ removedAt: act.at }).where('id', '=', id).execute();
	await act.tx.updateTable('service').set({ modelId: null }).where('modelId', '=', id).execute();
	await record(act, 'model.removed', id, {});
}
