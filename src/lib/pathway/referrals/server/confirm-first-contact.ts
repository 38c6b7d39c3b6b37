import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { enqueue } from '#lib/server/jobs.ts';
import { dayOf } from '#lib/time/days.ts';
import { moveReferral, type Party } from './move-referral.ts';

/** They have met: a fact of the day it happened, never a promise. */
export async function confirmFirstContact(
	act: Act,
	target: Party,
	referralId: string,
	{ metOn }: { metOn: string },
): Promise<void> {
	if (metOn > dayOf(act.at)) throw new Refusal(422, 'referral.day-to-come');
	await moveReferral(act, target, referralId, {
		to: 'in-progress',
		set: { firstContactConfirmedOn: metOn, reviewOn: null },
	});
	await enqueue(act, 'announce-referral', { referralId, moment: 'met' });
}
