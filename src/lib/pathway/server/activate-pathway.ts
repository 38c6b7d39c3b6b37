import type * as z from 'zod';
import { refuseIf } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { pathwayCannotActivateBecause } from '../pathway-moves.ts';
import { bringFirstStep, type FirstStep } from '../steps/server/first-step.ts';
import { updatePathway } from './move-pathway.ts';
import { pathwayToMove } from './pathway-facts.ts';

/** Sets a pathway going: it has a lead worker, and a step somebody moves before a date. */
export async function activatePathway(act: Act, id: string, step: z.output<typeof FirstStep>): Promise<void> {
	const led = await pathwayToMove(act, id, 'pathway.activate');
	refuseIf(pathwayCannotActivateBecause({ ...led.facts, hasOpenStep: true }), 409);
	const hasOpenStep = await bringFirstStep(act, led, step);
	refuseIf(pathwayCannotActivateBecause({ ...led.facts, hasOpenStep }), 422);
	await updatePathway(act, led.pathway, { state: 'active' });
	await record(act, 'pathway.activated', id, {});
}
