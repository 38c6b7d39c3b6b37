import type { Act } from '#lib/server/act.ts';
import { enqueue } from '#lib/server/jobs.ts';
import { moveReferral, type Party } from './move-referral.ts';

/** The target asks before it answers: the ball goes back to the source, and the target's clock stops. */
export async function askSource(
	act: Act,
	target: Party,
	referralId: string,
	{ words }: { words: string },
): Promise<void> {
	await moveReferral(act, target, referralId, {
		to: 'info-needed',
		set: { toOrganisationId: target.organisationId },
		messages: [{ kind: 'question', words }],
	});
	await enqueue(act, 'announce-referral', { referralId, moment: 'asked' });
}
