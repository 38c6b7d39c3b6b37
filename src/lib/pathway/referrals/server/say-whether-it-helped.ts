import * as z from 'zod';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';

export const Feedback = z.object({
	helped: z.enum(['yes', 'partly', 'no', 'no-contact'], 'referral.helped-missing'),
	words: z
		.string()
		.trim()
		.max(2000, 'referral.words-long')
		.optional()
		.transform((text) => text || null),
});
export type Feedback = z.infer<typeof Feedback>;

/** The same, told to a worker who writes it down. */
export const SaidForHer = Feedback.extend({
	channel: z.enum(['phone', 'paper', 'in-person'], 'referral.channel-missing'),
});

/** What she says of a referral, equal in weight to what the organisation says; said once, by her or written for her. */
export async function sayWhetherItHelped(
	act: Act,
	referralId: string,
	{ helped, words }: Feedback,
	channel: 'link' | 'phone' | 'paper' | 'in-person',
): Promise<void> {
	const said = await act.tx
		.selectFrom('referralFeedback')
		.select('helped')
		.where('referralId', '=', referralId)
		.executeTakeFirst();
	if (said) throw new Refusal(409, 'referral.said-already');
	await act.tx
		.insertInto('referralFeedback')
		.values({ referralId, helped, words, channel, recordedByHat: act.actor.hat?.id ?? null, saidAt: act.at })
		.execute();
	await record(act, 'referral.feedback-given', referralId, { helped });
}
