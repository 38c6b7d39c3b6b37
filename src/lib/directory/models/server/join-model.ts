import { Refusal, refuseIf } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { editingBlockedBy } from '../../editing/policy.ts';
import { findModel, modelOf } from './models.ts';

/**
 * Makes a service a branch of a model. Its own values stay: the model's page shows where they differ.
 * @throws Refusal 403 when the service is not the actor's to change; 404; 409 when it follows a model already
 */
export async function joinModel(act: Act, serviceId: string, modelId: string): Promise<void> {
	const service = await modelOf(act, serviceId);
	refuseIf(editingBlockedBy(act.actor, service.organisationId));
	refuseIf(service.modelId === null ? undefined : 'models.follows-one', 409);
	const { id } = await findModel(act, modelId);
	await becomeBranch(act, serviceId, id);
	await record(act, 'model.joined', id, { serviceId });
}

/**
 * Lets a service go its own way; what it says stays as it is.
 * @throws Refusal 403 when the service is not the actor's to change; 404
 */
export async function leaveModel(act: Act, serviceId: string): Promise<void> {
	const service = await modelOf(act, serviceId);
	refuseIf(editingBlockedBy(act.actor, service.organisationId));
	if (service.modelId === null) throw new Refusal(404, 'models.follows-none');
	await becomeBranch(act, serviceId, null);
	await record(act, 'model.left', service.modelId, { serviceId });
}

export const becomeBranch = ({ tx }: Act, serviceId: string, modelId: string | null) =>
	tx.updateTable('service').set({ modelId }).where('id', '=', serviceId).execute();
