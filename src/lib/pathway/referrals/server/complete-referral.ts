import type { Act } from '#lib/server/act.ts';
import { enqueue } from '#lib/server/jobs.ts';
import { moveReferral, type Party } from './move-referral.ts';

/** The organisation says what was done. Whether it helped is the person's to say, apart. */
export async function completeReferral(
	act: Act,
	target: Party,
	referralId: string,
	{ words }: { words: string },
): Promise<void> {
	await moveReferral(act, target, referralId, {
		to: 'completed',
		set: { reviewOn: null },
		messages: [{ kind: 'outcome', words }],
	});
	await enqueue(act, 'announce-referral', { referralId, moment: 'ended' });
}
