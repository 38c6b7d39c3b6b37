import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { enqueue } from '#lib/server/jobs.ts';
import { addDays, dayOf } from '#lib/time/days.ts';
import { clocks } from '../referral-clock.ts';
import { moveReferral, type Party } from './move-referral.ts';

/** Put aside, with a reason and the day it is looked at again: sixty days at most. */
export async function suspendReferral(
	act: Act,
	target: Party,
	referralId: string,
	{ words, reviewOn }: { words: string; reviewOn: string },
): Promise<void> {
	const today = dayOf(act.at);
	if (reviewOn <= today) throw new Refusal(422, 'referral.day-past');
	if (reviewOn > addDays(today, clocks.longestSuspensionDays))
		throw new Refusal(422, 'referral.suspension-long');
	await moveReferral(act, target, referralId, { to: 'suspended', set: { reviewOn }, words });
	await enqueue(act, 'announce-referral', { referralId, moment: 'answered' });
}
