import type { Act } from '#lib/server/act.ts';
import { enqueue } from '#lib/server/jobs.ts';
import { moveReferral } from './move-referral.ts';
import { asSource } from './party.ts';

/** Written by mistake: kept, and told so. */
export async function sayEnteredInError(
	act: Act,
	referralId: string,
	{ words }: { words: string },
): Promise<void> {
	const { sentAt } = await moveReferral(act, await asSource(act), referralId, {
		to: 'entered-in-error',
		words,
	});
	if (sentAt) await enqueue(act, 'announce-referral', { referralId, moment: 'stopped' });
}
