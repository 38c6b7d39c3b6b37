import type * as z from 'zod';
import { refuseIf } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { pathwayCannotReopenBecause } from '../pathway-moves.ts';
import { bringFirstStep, type FirstStep } from '../steps/server/first-step.ts';
import { neitherPausedNorClosed, updatePathway } from './move-pathway.ts';
import { pathwayToMove } from './pathway-facts.ts';
import { nameOfActor } from './worker-name.ts';

/** Coming back: the same pathway again, led by whoever welcomes her back, with something to do. */
export async function reopenPathway(act: Act, id: string, step: z.output<typeof FirstStep>): Promise<void> {
	const led = await pathwayToMove(act, id, 'pathway.reopen');
	refuseIf(pathwayCannotReopenBecause({ ...led.facts, hasOpenStep: true }), 409);
	const hasOpenStep = await bringFirstStep(act, led, step);
	refuseIf(pathwayCannotReopenBecause({ ...led.facts, hasOpenStep }), 422);
	await updatePathway(act, led.pathway, {
		...neitherPausedNorClosed,
		state: 'active',
		leadHatId: act.actor.hat?.id ?? '',
		leadName: await nameOfActor(act),
		reopenedAt: act.at,
	});
	await record(act, 'pathway.reopened', id, {});
}
