import * as z from 'zod';
import { refuseIf } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { dayOf } from '#lib/time/days.ts';
import { closingReasons } from '../pathway.ts';
import { pathwayCannotCloseBecause } from '../pathway-moves.ts';
import { mayTell } from '../typed.ts';
import { neitherPausedNorClosed, updatePathway } from './move-pathway.ts';
import { pathwayToMove } from './pathway-facts.ts';

export const Closing = z.object({
	reason: z.enum(closingReasons, 'pathway.closing-reason-missing'),
	closingWords: mayTell(1000, 'pathway.closing-words-long'),
	noFurtherSupport: z
		.literal('true', 'problem.field-invalid')
		.optional()
		.transform((ticked) => ticked !== undefined),
	checkOn: z.iso.date('pathway.check-missing'),
});

/** Closes a pathway: with a reason, nothing under way elsewhere, somebody after, and a day to take news. */
export async function closePathway(act: Act, id: string, closing: z.output<typeof Closing>): Promise<void> {
	const { pathway, facts } = await pathwayToMove(act, id, 'pathway.close');
	refuseIf(pathwayCannotCloseBecause(facts, closing, dayOf(act.at)), 422);
	const { reason, closingWords, noFurtherSupport, checkOn } = closing;
	await updatePathway(act, pathway, {
		...neitherPausedNorClosed,
		...{ state: 'closed', closingReason: reason, closingWords, noFurtherSupport, checkOn },
		closedAt: act.at,
	});
	await record(act, 'pathway.closed', id, { reason });
}
