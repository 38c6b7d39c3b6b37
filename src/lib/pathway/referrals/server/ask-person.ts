import type { Act } from '#lib/server/act.ts';
import { moveReferral } from './move-referral.ts';
import { asSource } from './party.ts';

/** What will be sent waits for her in her own space: she strikes what she wants, says yes or no. Nothing leaves before. */
export async function askPerson(act: Act, referralId: string): Promise<void> {
	await moveReferral(act, await asSource(act), referralId, { to: 'awaiting-person' });
}
