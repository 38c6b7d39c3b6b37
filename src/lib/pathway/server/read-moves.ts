import { addMonths } from '#lib/directory/upkeep/review.ts';
import type { Act } from '#lib/server/act.ts';
import { dayOf } from '#lib/time/days.ts';
import { checkAfterMonths } from '../pathway.ts';
import { pathwayToMove } from './pathway-facts.ts';

/** What may become of a pathway now, for those who lead it. */
export async function readMoves(act: Act, id: string) {
	const { facts } = await pathwayToMove(act, id, 'pathway.read-moves');
	const today = dayOf(act.at);
	return { id, ...facts, today, checkOn: addMonths(today, checkAfterMonths) };
}
