import type * as z from 'zod';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { findToWrite } from '../../server/written.ts';
import { isOpenStep, isStepState } from '../../steps/step.ts';
import type { TiedEnding } from '../landmark.ts';

/**
 * Says which open step deals with what ends: the alert rests as long as it is tied.
 * @throws NotYours 404 where the actor may not write, Refusal 422 for a step that is no open one of hers, 409 when it
 * was changed meanwhile
 */
export async function tieEnding(
	act: Act,
	pathwayId: string,
	{ ending, version, step: stepId }: z.output<typeof TiedEnding>,
): Promise<void> {
	await findToWrite(act, pathwayId, 'pathway.ending-tied');
	const step = await act.tx
		.selectFrom('step')
		.select('state')
		.where('id', '=', stepId)
		.where('pathwayId', '=', pathwayId)
		.executeTakeFirst();
	if (!step || !isStepState(step.state) || !isOpenStep(step.state))
		throw new Refusal(422, 'landmarks.step-missing');
	const { numUpdatedRows } = await act.tx
		.updateTable('ending')
		.set({ stepId, tiedAt: act.at, version: version + 1 })
		.where('id', '=', ending)
		.where('pathwayId', '=', pathwayId)
		.where('version', '=', version)
		.where('settledAt', 'is', null)
		.executeTakeFirst();
	if (!numUpdatedRows) throw new Refusal(409, 'landmarks.changed');
	await record(act, 'pathway.ending-tied', pathwayId, {});
}
