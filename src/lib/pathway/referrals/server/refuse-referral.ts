import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { enqueue } from '#lib/server/jobs.ts';
import type { RefusalOf } from './answers.ts';
import { moveReferral, type Party } from './move-referral.ts';
import { findReferral } from './referrals.ts';

/**
 * The target refuses: why, on which side the reason lies, and where else to go. With her agreement and a service that
 * can help, the request is redirected: its source takes it up as a new referral, child of this one. An open call is
 * nobody's to refuse while others may take it.
 */
export async function refuseReferral(
	act: Act,
	target: Party,
	referralId: string,
	{ reasonCode, words, alternative, alternativeServiceId, herAgreement }: RefusalOf,
): Promise<void> {
	const { openCall, toOrganisationId } = await findReferral(act, referralId);
	if (openCall && toOrganisationId === null) throw new Refusal(409, 'referral.call-stays');
	const told = alternative || alternativeServiceId;
	await moveReferral(act, target, referralId, {
		to: alternativeServiceId && herAgreement === 'yes' ? 'redirected' : 'refused',
		set: { answeredAt: act.at },
		reasonCode,
		words,
		messages: told
			? [{ kind: 'alternative', words: alternative ?? '—', serviceId: alternativeServiceId }]
			: [],
	});
	await enqueue(act, 'announce-referral', { referralId, moment: 'answered' });
}
