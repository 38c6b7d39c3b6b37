import { NotYours, Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { addBusinessDays } from '#lib/time/business-days.ts';
import { clocks } from '../referral-clock.ts';
import type { Party } from './move-referral.ts';
import { changeReferral, holdReferral, insertMessages } from './referrals.ts';

/** The target needs longer to answer: five business days more, once, and it says why. */
export async function extendAnswer(
	act: Act,
	target: Party,
	referralId: string,
	{ words }: { words: string },
): Promise<void> {
	const referral = await holdReferral(act, referralId);
	if (referral.toOrganisationId !== target.organisationId) throw new NotYours('referral.extend', referralId);
	if (referral.state !== 'under-review' || !referral.answerBy)
		throw new Refusal(409, 'referral.extends-under-review');
	if (referral.extendedAt) throw new Refusal(409, 'referral.extended-already');
	await changeReferral(act, referral, {
		extendedAt: act.at,
		answerBy: addBusinessDays(referral.answerBy, clocks.extension, referral.department),
	});
	await insertMessages(act, referralId, target, [{ kind: 'answer', words }]);
	await record(act, 'referral.extended', referralId, {});
}
