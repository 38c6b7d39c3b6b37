import * as z from 'zod';
import { Refusal } from '../../refusal.ts';
import type { Act } from '../../server/act.ts';
import { record } from '../../server/events.ts';
import type { SignedIn } from '../session.ts';

export const ChosenHat = z.object({ hat: z.uuid('problem.field-invalid') });

/** Puts on another hat of one's own, from the next request on. */
export async function changeHat(
	act: Act,
	session: SignedIn,
	{ hat }: z.infer<typeof ChosenHat>,
): Promise<void> {
	const mine = await act.tx
		.selectFrom('hat')
		.select('id')
		.where('id', '=', hat)
		.where('accountId', '=', session.accountId)
		.where('endedAt', 'is', null)
		.executeTakeFirst();
	if (!mine) throw new Refusal(404, 'problem.nothing-here');
	if (session.hat?.id === hat) return;
	await act.tx.updateTable('session').set({ hatId: hat }).where('id', '=', session.id).execute();
	await record(act, 'session.hat-changed', session.id, { hatId: hat });
}
