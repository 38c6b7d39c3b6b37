import * as z from 'zod';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { mayBeJudged } from '../referral-said.ts';
import { openOwnPathway } from './own-pathway.ts';
import { listOwnReferrals } from './own-referrals.ts';

export const Helped = z.object({ referral: z.uuid(), helped: z.enum(['yes', 'partly', 'no', 'no-contact']) });

/** She says whether a referral helped, once: equal in weight to what the organisation says. @throws Refusal 404, 409 */
export async function sayItHelped(act: Act, { referral, helped }: z.output<typeof Helped>): Promise<void> {
	const pathway = await openOwnPathway(act);
	const found = (await listOwnReferrals(act, pathway.id)).find(({ id }) => id === referral);
	if (!found) throw new Refusal(404, 'own-space.gone');
	if (!mayBeJudged(found)) throw new Refusal(409, 'own-space.helped-already');
	await act.tx
		.insertInto('referralFeedback')
		.values({ referralId: referral, helped, channel: 'her-space', saidAt: act.at })
		.execute();
	await record(act, 'referral.feedback-given', referral, { helped });
}
