import * as z from 'zod';
import { refuseIf } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { dayOf } from '#lib/time/days.ts';
import { pathwayCannotPauseBecause } from '../pathway-moves.ts';
import { told } from '../typed.ts';
import { updatePathway } from './move-pathway.ts';
import { pathwayToMove } from './pathway-facts.ts';

export const Pause = z.object({
	pauseReason: told(500, 'pathway.pause-reason-missing', 'pathway.pause-reason-long'),
	reviewOn: z.iso.date('pathway.review-missing'),
});

/** Pauses a pathway, with a reason and the day when it is looked at again. */
export async function pausePathway(
	act: Act,
	id: string,
	{ pauseReason, reviewOn }: z.output<typeof Pause>,
): Promise<void> {
	const { pathway, facts } = await pathwayToMove(act, id, 'pathway.pause');
	refuseIf(pathwayCannotPauseBecause(facts, reviewOn, dayOf(act.at)), 422);
	await updatePathway(act, pathway, { state: 'paused', pauseReason, reviewOn });
	await record(act, 'pathway.paused', id, {});
}
