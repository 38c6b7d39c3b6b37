import * as z from 'zod';
import { NotYours } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { nextMark } from '../today.ts';

export const Seen = z.object({ agreement: z.uuid('today.agreement-unknown') });

/** « C’est vu »: an agreement that ends leaves her list until its next mark. Nothing of the agreement changes. */
export async function setAside(act: Act, { agreement }: z.output<typeof Seen>): Promise<void> {
	const ending = await act.tx
		.selectFrom('agreement')
		.select('endsAt')
		.where('id', '=', agreement)
		.executeTakeFirst();
	if (!ending) throw new NotYours('agreement.set-aside', agreement);
	const line = { until: nextMark(ending.endsAt, act.at), at: act.at };
	await act.tx
		.insertInto('setAside')
		.values({ hatId: act.actor.hat?.id ?? '', subject: agreement, ...line })
		.onConflict((conflict) => conflict.columns(['hatId', 'subject']).doUpdateSet(line))
		.execute();
}
