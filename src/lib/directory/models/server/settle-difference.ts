import * as z from 'zod';
import { Refusal, refuseIf } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { editingBlockedBy } from '../../editing/policy.ts';
import { holdFields } from '../../server/held-fields.ts';
import { decidesFor } from '../../upkeep/deciders.ts';
import { type Difference, differencesFrom, type SharedField, sharedFields } from '../model.ts';
import { type Branch, columnsOf, findModel, type KnownModel } from './models.ts';

export const Settling = z.object({
	branch: z.uuid('models.no-branch'),
	field: z.enum(sharedFields, 'models.no-field'),
});
type Settling = z.infer<typeof Settling>;

/**
 * A branch says again what its model says.
 * @throws Refusal 403 when the branch is not the actor's to change; 404; 409 when somebody settled it meanwhile
 */
export async function followModel(act: Act, modelId: string, settling: Settling): Promise<void> {
	const model = await findModel(act, modelId);
	const { branch, difference } = pick(model, settling);
	refuseIf(editingBlockedBy(act.actor, branch.organisationId));
	await giveTo(act, model, branch, difference.field, difference.model);
}

/**
 * The model says what one branch says, and with it the branches that followed it on this field and that the actor may
 * change; the others are shown as different from then on. Returns how many followed.
 * @throws Refusal 403 when the model is not the actor's to change; 404; 409 when somebody settled it meanwhile
 */
export async function adoptForModel(act: Act, modelId: string, settling: Settling): Promise<number> {
	const model = await findModel(act, modelId);
	refuseIf(editingBlockedBy(act.actor, model.organisationId));
	const { difference } = pick(model, settling);
	const { field, branch: value } = difference;
	const followers = model.branches.filter(
		(each) => decidesFor(act.actor, each.organisationId) && !differsOn(model, each, field),
	);
	await act.tx
		.updateTable('serviceModel')
		.set({ fields: columnsOf({ ...model.values, [field]: value }), updatedAt: act.at })
		.where('id', '=', model.id)
		.execute();
	await record(act, 'model.changed', model.id, { field });
	for (const follower of followers) await giveTo(act, model, follower, field, value);
	return followers.length;
}

const giveTo = (act: Act, model: KnownModel, branch: Branch, field: SharedField, value: unknown) =>
	holdFields(act, {
		kind: 'service',
		id: branch.id,
		fields: { [field]: value },
		reason: 'model',
		cause: model.id,
	});

function pick(
	model: KnownModel,
	{ branch: id, field }: Settling,
): { branch: Branch; difference: Difference } {
	const branch = model.branches.find((each) => each.id === id);
	if (!branch) throw new Refusal(404, 'models.no-branch');
	const difference = differencesFrom(model.values, branch.values).find((each) => each.field === field);
	if (!difference) throw new Refusal(409, 'models.settled');
	return { branch, difference };
}

const differsOn = (model: KnownModel, branch: Branch, field: SharedField): boolean =>
	differencesFrom(model.values, branch.values).some((each) => each.field === field);
