import * as z from 'zod';
import { mayTell } from '#lib/pathway/typed.ts';
import { organisationOf } from '#lib/person/server/people.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { addDays, dayOf } from '#lib/time/days.ts';

export const Pause = z.object({
	until: z.iso.date('referral.day-missing'),
	words: mayTell(300, 'referral.words-long'),
});
export type Pause = z.infer<typeof Pause>;

const longestDays = 366;

/** No new referral to the actor's organisation until a day, which senders see before they send. */
export async function pauseReferrals(act: Act, { until, words }: Pause): Promise<void> {
	const today = dayOf(act.at);
	if (until < today) throw new Refusal(422, 'referral.day-past');
	if (until > addDays(today, longestDays)) throw new Refusal(422, 'referral.pause-long');
	await endPause(act);
	const organisationId = organisationOf(act.actor);
	await act.tx
		.insertInto('referralPause')
		.values({ organisationId, until, words, madeBy: act.actor.hat?.id ?? '', madeAt: act.at })
		.execute();
	await record(act, 'referral.paused', organisationId, { until });
}

/** Referrals may come again. */
export async function endPause(act: Act): Promise<void> {
	const organisationId = organisationOf(act.actor);
	const ended = await act.tx
		.updateTable('referralPause')
		.set({ endedAt: act.at })
		.where('organisationId', '=', organisationId)
		.where('endedAt', 'is', null)
		.execute();
	if (ended.some(({ numUpdatedRows }) => numUpdatedRows > 0n))
		await record(act, 'referral.pause-ended', organisationId, {});
}

/** The pause of the actor's organisation, if one holds. */
export const findPause = ({ tx, actor, at }: Act) =>
	tx
		.selectFrom('referralPause')
		.select(['until', 'words'])
		.where('organisationId', '=', actor.hat?.organisationId ?? '')
		.where('endedAt', 'is', null)
		.where('until', '>=', dayOf(at))
		.executeTakeFirst();
