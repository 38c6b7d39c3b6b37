import { NotYours, Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { enqueue } from '#lib/server/jobs.ts';
import { translate } from '#lib/texts/translator.ts';
import type { ReferralState } from '../../referrals/referral.ts';
import { failReferral } from '../../referrals/server/fail-referral.ts';
import { moveReferral, type Party, writeMove } from '../../referrals/server/move-referral.ts';
import { asSource, asTarget } from '../../referrals/server/party.ts';
import { type FoundReferral, holdReferral } from '../../referrals/server/referrals.ts';
import { withdrawReferral } from '../../referrals/server/withdraw-referral.ts';
import type { ReceivedTask } from '../read-fhir.ts';
import { advanceOf, reasonCodeOf, reasonTextOf } from '../task-state.ts';
import { moveTold, sideOf } from './received-move.ts';

/**
 * Moves a known referral by one step of the graph, as a Task says it; the same status changes nothing.
 * @returns whether it moved
 * @throws Refusal 409 when the step is not one of the graph; 422 without the reason that it owes; 404, 409 as a worker’s own move
 */
export async function advanceReferral(act: Act, id: string, task: ReceivedTask): Promise<boolean> {
	const referral = await holdReferral(act, id);
	const advance = advanceOf(referral.state, task);
	if (advance.kind === 'same') return false;
	if (advance.kind === 'illegal')
		throw new Refusal(409, 'exchange.illegal', {
			from: translate(`referral.state-${referral.state}`),
			to: advance.to,
		});
	if (advance.kind === 'no-reason') throw new Refusal(422, 'exchange.reason-missing');
	await move(act, referral, advance.to, task);
	return true;
}

async function move(act: Act, referral: FoundReferral, to: ReferralState, task: ReceivedTask): Promise<void> {
	if (referral.fromOrganisationId === null) return moveReceived(act, referral, to, task);
	const party = await partyOf(act, referral);
	if (to === 'withdrawn') {
		await withdrawReferral(act, party, referral.id, { words: reasonTextOf(task) ?? null });
		return;
	}
	if (to === 'failed')
		return failReferral(act, party, referral.id, {
			reasonCode: reasonCodeOf(task),
			words: reasonTextOf(task) ?? '',
		});
	await moveReferral(act, party, referral.id, moveTold(to, task, party.organisationId ?? '', act.at));
	const moment = moments[to];
	if (moment) await enqueue(act, 'announce-referral', { referralId: referral.id, moment });
}

/** Its sender has no account here: what the file says it did, it did. */
async function moveReceived(
	act: Act,
	referral: FoundReferral,
	to: ReferralState,
	task: ReceivedTask,
): Promise<void> {
	const us = referral.toOrganisationId;
	if (us !== act.actor.hat?.organisationId) throw new NotYours(`referral.${to}`, referral.id);
	const side = sideOf(to);
	const party =
		side === 'target' ? await asTarget(act) : { side, organisationId: null, byName: referral.fromName };
	await writeMove(act, party, referral, moveTold(to, task, us ?? '', act.at));
}

const partyOf = (act: Act, { fromOrganisationId }: FoundReferral): Promise<Party> =>
	fromOrganisationId === act.actor.hat?.organisationId ? asSource(act) : asTarget(act);

const moments = {
	accepted: 'answered',
	'waiting-list': 'answered',
	suspended: 'answered',
	refused: 'answered',
	redirected: 'answered',
	'in-progress': 'met',
	completed: 'ended',
	'entered-in-error': 'stopped',
	'declined-by-person': 'stopped',
} as const satisfies Partial<Record<ReferralState, string>> as Partial<
	Record<ReferralState, 'answered' | 'met' | 'ended' | 'stopped'>
>;
