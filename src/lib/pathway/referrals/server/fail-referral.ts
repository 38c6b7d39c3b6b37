import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { enqueue } from '#lib/server/jobs.ts';
import { type ReasonCode, triedEnough } from '../referral.ts';
import { moveReferral, type Party } from './move-referral.ts';
import { listMessages } from './referrals.ts';

/** It did not come to an end: why. « Injoignable » is said after three tries in two ways, each of them written. */
export async function failReferral(
	act: Act,
	target: Party,
	referralId: string,
	{ reasonCode, words }: { reasonCode: ReasonCode; words: string },
): Promise<void> {
	if (reasonCode === 'unreachable' && !(await wasTriedEnough(act, referralId)))
		throw new Refusal(422, 'referral.attempts-missing');
	await moveReferral(act, target, referralId, { to: 'failed', set: { reviewOn: null }, reasonCode, words });
	await enqueue(act, 'announce-referral', { referralId, moment: 'ended' });
}

async function wasTriedEnough(act: Act, referralId: string): Promise<boolean> {
	const messages = await listMessages(act, referralId);
	return triedEnough(
		messages.flatMap(({ kind, channel }) => (kind === 'attempt' && channel ? [{ channel }] : [])),
	);
}
