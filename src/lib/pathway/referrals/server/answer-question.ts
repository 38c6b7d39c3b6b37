import type { Act } from '#lib/server/act.ts';
import { enqueue } from '#lib/server/jobs.ts';
import { addBusinessDays, businessDaysBetween } from '#lib/time/business-days.ts';
import { moveReferral } from './move-referral.ts';
import { asSource } from './party.ts';
import { findReferral } from './referrals.ts';

/** The source answers: the target has the days that it had left when it asked. */
export async function answerQuestion(
	act: Act,
	referralId: string,
	{ words }: { words: string },
): Promise<void> {
	const { answerBy, stateSince, department } = await findReferral(act, referralId);
	const left = answerBy ? Math.max(1, businessDaysBetween(stateSince, answerBy, department)) : 1;
	await moveReferral(act, await asSource(act), referralId, {
		to: 'under-review',
		set: { answerBy: addBusinessDays(act.at, left, department) },
		messages: [{ kind: 'answer', words }],
	});
	await enqueue(act, 'announce-referral', { referralId, moment: 'replied' });
}
