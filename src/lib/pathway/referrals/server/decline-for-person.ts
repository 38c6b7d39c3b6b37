import type { Act } from '#lib/server/act.ts';
import { enqueue } from '#lib/server/jobs.ts';
import { moveReferral } from './move-referral.ts';
import { asSource } from './party.ts';

/** She does not want it any more: in her words if she wishes, and nothing counts against her. */
export async function declineForPerson(
	act: Act,
	referralId: string,
	{ words }: { words: string | null },
): Promise<void> {
	const { sentAt } = await moveReferral(act, await asSource(act), referralId, {
		to: 'declined-by-person',
		words,
	});
	if (sentAt) await enqueue(act, 'announce-referral', { referralId, moment: 'stopped' });
}
