import type * as z from 'zod';
import { refuseIf } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { pathwayCannotResumeBecause } from '../pathway-moves.ts';
import { bringFirstStep, type FirstStep } from '../steps/server/first-step.ts';
import { neitherPausedNorClosed, updatePathway } from './move-pathway.ts';
import { pathwayToMove } from './pathway-facts.ts';

/** Ends a pause: something is to be done again, by somebody, before a date. */
export async function resumePathway(act: Act, id: string, step: z.output<typeof FirstStep>): Promise<void> {
	const led = await pathwayToMove(act, id, 'pathway.resume');
	refuseIf(pathwayCannotResumeBecause({ ...led.facts, hasOpenStep: true }), 409);
	const hasOpenStep = await bringFirstStep(act, led, step);
	refuseIf(pathwayCannotResumeBecause({ ...led.facts, hasOpenStep }), 422);
	await updatePathway(act, led.pathway, { ...neitherPausedNorClosed, state: 'active' });
	await record(act, 'pathway.resumed', id, {});
}
