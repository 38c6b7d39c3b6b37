import { NotYours, Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { dayOf } from '#lib/time/days.ts';
import { isEnded } from '../referral.ts';
import type { Party } from './move-referral.ts';
import { holdReferral, insertMessages } from './referrals.ts';

/** The target tried to reach her: how, and which day. */
export async function noteAttempt(
	act: Act,
	target: Party,
	referralId: string,
	{ channel, onDay, words }: { channel: string; onDay: string; words: string | null },
): Promise<void> {
	const referral = await holdReferral(act, referralId);
	if (referral.toOrganisationId !== target.organisationId) throw new NotYours('referral.attempt', referralId);
	if (isEnded(referral.state)) throw new Refusal(409, `referral.late-${referral.state}`);
	if (onDay > dayOf(act.at)) throw new Refusal(422, 'referral.day-to-come');
	await insertMessages(act, referralId, target, [{ kind: 'attempt', channel, onDay, words: words ?? '—' }]);
	await record(act, 'referral.attempted', referralId, { channel });
}
