import { refuseIf } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { editingBlockedBy } from '../../editing/policy.ts';
import { becomeBranch } from './join-model.ts';
import { columnsOf, modelOf } from './models.ts';

/**
 * Makes a model of a service, which becomes its first branch. Returns the model's id.
 * @throws Refusal 403 when the service is not the actor's to change; 404; 409 when it follows a model already
 */
export async function makeModel(act: Act, serviceId: string): Promise<string> {
	const service = await modelOf(act, serviceId);
	refuseIf(editingBlockedBy(act.actor, service.organisationId));
	refuseIf(service.modelId === null ? undefined : 'models.follows-one', 409);
	const { id } = await act.tx
		.insertInto('serviceModel')
		.values({
			organisationId: service.organisationId,
			name: service.name,
			fields: columnsOf(service.values),
			updatedAt: act.at,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	await becomeBranch(act, serviceId, id);
	await record(act, 'model.made', id, { serviceId });
	return id;
}
