import * as z from 'zod';
import { pathwayToWrite } from '#lib/pathway/server/relation.ts';
import { nameOfActor } from '#lib/pathway/server/worker-name.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { isOpenStep } from '../step.ts';
import { findStep, updateStep } from './steps.ts';

export const TakenStep = z.object({
	step: z.uuid('steps.unknown'),
	version: z.coerce.number('steps.unknown').int('steps.unknown'),
});

/** A worker takes a step in charge: nobody else gives it to her. */
export async function takeStep(
	act: Act,
	pathwayId: string,
	{ step: id, version }: z.infer<typeof TakenStep>,
): Promise<void> {
	await pathwayToWrite(act, pathwayId);
	const step = await findStep(act, pathwayId, id);
	if (!isOpenStep(step.state)) throw new Refusal(409, 'steps.not-from-here');
	await updateStep(
		act,
		{ id, version },
		{
			owner: 'worker',
			ownerHatId: act.actor.hat?.id ?? null,
			ownerName: await nameOfActor(act),
		},
	);
	await record(act, 'step.taken', pathwayId, { step: id });
}
