import * as z from 'zod';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { isOpenStep } from '../step.ts';
import { pathwayToWrite } from './relation.ts';
import { findStep, updateStep } from './steps.ts';
import { nameOfActor } from './worker-name.ts';

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
