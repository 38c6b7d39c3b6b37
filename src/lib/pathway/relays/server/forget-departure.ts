import type * as z from 'zod';
import { NotYours } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import type { ForgottenDeparture } from '../departure.ts';

/** She stays after all. @throws NotYours 404 when there is no departure to forget */
export async function forgetDeparture(
	act: Act,
	{ departure }: z.output<typeof ForgottenDeparture>,
): Promise<void> {
	const { numDeletedRows } = await act.tx
		.deleteFrom('departure')
		.where('hatId', '=', departure)
		.executeTakeFirst();
	if (numDeletedRows === 0n) throw new NotYours('departure.forget', departure);
	await record(act, 'departure.forgotten', departure, {});
}
