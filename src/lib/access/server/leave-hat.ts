import type * as z from 'zod';
import type { Act } from '../../server/act.ts';
import { record } from '../../server/events.ts';
import type { ChosenHat } from './change-hat.ts';

/** Lays down one of one's own hats for good: its rights end with the next request, in every session. */
export async function leaveHat(act: Act, { hat }: z.infer<typeof ChosenHat>): Promise<void> {
	const left = await act.tx
		.updateTable('hat')
		.set({ endedAt: act.at })
		.where('id', '=', hat)
		.where('accountId', '=', act.actor.accountId)
		.where('endedAt', 'is', null)
		.returning('id')
		.executeTakeFirst();
	if (left) await record(act, 'hat.left', left.id, {});
}
