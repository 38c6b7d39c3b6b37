import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { enqueue } from '#lib/server/jobs.ts';
import { dayOf } from '#lib/time/days.ts';
import type { Acceptance } from './answers.ts';
import { moveReferral, type Party } from './move-referral.ts';

/** The target takes the request: a named contact, and the day of a first contact. Of an open call, one alone takes it. */
export async function acceptReferral(
	act: Act,
	target: Party,
	referralId: string,
	{ contactName, contactPhone, firstContactOn }: Acceptance,
): Promise<void> {
	if (firstContactOn < dayOf(act.at)) throw new Refusal(422, 'referral.day-past');
	await moveReferral(act, target, referralId, {
		to: 'accepted',
		set: {
			toOrganisationId: target.organisationId,
			contactName,
			contactPhone,
			firstContactOn,
			answeredAt: act.at,
		},
	});
	await enqueue(act, 'announce-referral', { referralId, moment: 'answered' });
}
