import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { findReferral } from './referrals.ts';

/** The sender closes the links still open: whoever holds one reads nothing more. */
export async function revokeLink(act: Act, referralId: string): Promise<void> {
	await findReferral(act, referralId);
	await act.tx
		.updateTable('referralLink')
		.set({ revokedAt: act.at })
		.where('referralId', '=', referralId)
		.where('purpose', '=', 'answer')
		.where('usedAt', 'is', null)
		.where('revokedAt', 'is', null)
		.execute();
	await record(act, 'referral.link-revoked', referralId, {});
}
