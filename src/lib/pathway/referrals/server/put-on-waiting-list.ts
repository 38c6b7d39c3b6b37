import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { enqueue } from '#lib/server/jobs.ts';
import { addDays, dayOf } from '#lib/time/days.ts';
import { clocks } from '../referral-clock.ts';
import type { WaitingList } from './answers.ts';
import { moveReferral, type Party } from './move-referral.ts';
import { findReferral } from './referrals.ts';

/** Accepted, but she waits: why, until when, looked at again every thirty days. From a request just received, both at once. */
export async function putOnWaitingList(
	act: Act,
	target: Party,
	referralId: string,
	{ words, waitingUntil }: WaitingList,
): Promise<void> {
	if (waitingUntil <= dayOf(act.at)) throw new Refusal(422, 'referral.day-past');
	const { state } = await findReferral(act, referralId);
	if (state !== 'accepted')
		await moveReferral(act, target, referralId, {
			to: 'accepted',
			set: { toOrganisationId: target.organisationId, contactName: target.byName, answeredAt: act.at },
		});
	await moveReferral(act, target, referralId, {
		to: 'waiting-list',
		set: { waitingUntil, reviewOn: addDays(dayOf(act.at), clocks.waitingReviewDays) },
		words,
	});
	await enqueue(act, 'announce-referral', { referralId, moment: 'answered' });
}
