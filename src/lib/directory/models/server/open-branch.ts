import * as z from 'zod';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { addService } from '../../editing/server/add-service.ts';
import { becomeBranch } from './join-model.ts';
import { findModel } from './models.ts';

export const NewBranch = z.object({ organisation: z.uuid('models.choose-organisation') });

/**
 * Adds a branch of a model to an organisation: a service that says what the model says. Returns its id.
 * @throws Refusal 403 when the organisation is not the actor's to keep; 404 for the model
 */
export async function openBranch(
	act: Act,
	modelId: string,
	{ organisation }: z.infer<typeof NewBranch>,
): Promise<string> {
	const model = await findModel(act, modelId);
	const id = await addService(act, { organisationId: organisation, fields: model.values });
	await becomeBranch(act, id, model.id);
	await record(act, 'model.joined', model.id, { serviceId: id });
	return id;
}
