import { NotYours } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { enqueue } from '#lib/server/jobs.ts';
import { takesBoth } from '../referral.ts';
import { moveReferral, type Party } from './move-referral.ts';
import { changeReferral, holdReferral } from './referrals.ts';

/** The source withdraws its request; once it has begun, one side asks and the other agrees. */
export async function withdrawReferral(
	act: Act,
	party: Party,
	referralId: string,
	{ words }: { words: string | null },
): Promise<'withdrawn' | 'asked'> {
	const referral = await holdReferral(act, referralId);
	const mine = party.side === 'source' ? referral.fromOrganisationId : referral.toOrganisationId;
	if (mine !== party.organisationId) throw new NotYours('referral.withdrawn', referralId);
	const side = party.side === 'source' ? 'source' : 'target';
	if (takesBoth(referral.state, 'withdrawn') && (referral.withdrawalAskedBy ?? side) === side) {
		await changeReferral(act, referral, { withdrawalAskedBy: side });
		await record(act, 'referral.withdrawal-asked', referralId, { side });
		return 'asked';
	}
	await moveReferral(act, party, referralId, { to: 'withdrawn', words });
	if (referral.sentAt) await enqueue(act, 'announce-referral', { referralId, moment: 'stopped' });
	return 'withdrawn';
}
