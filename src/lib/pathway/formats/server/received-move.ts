import type { Updateable } from 'kysely';
import type { Referral } from '#lib/server/tables.ts';
import { translate } from '#lib/texts/translator.ts';
import { addDays, dayOf } from '#lib/time/days.ts';
import type { ReferralState, Side } from '../../referrals/referral.ts';
import { clocks } from '../../referrals/referral-clock.ts';
import type { Move } from '../../referrals/server/move-referral.ts';
import type { ReceivedTask } from '../read-fhir.ts';
import { outcomeTextOf, reasonCodeOf, reasonTextOf } from '../task-state.ts';

/** A move as a Task tells it, with what its state must contain; `us` is the organisation that received it. */
export function moveTold(to: ReferralState, task: ReceivedTask, us: string, at: Date): Move {
	const words = reasonTextOf(task) ?? null;
	const today = dayOf(at);
	const sets: Partial<Record<ReferralState, Updateable<Referral>>> = {
		accepted: { toOrganisationId: us, answeredAt: at },
		'waiting-list': { reviewOn: addDays(today, clocks.waitingReviewDays) },
		suspended: { reviewOn: addDays(today, clocks.longestSuspensionDays) },
		'in-progress': { firstContactConfirmedOn: today, reviewOn: null },
		refused: { answeredAt: at },
		redirected: { answeredAt: at },
		completed: { reviewOn: null },
		failed: { reviewOn: null },
	};
	return {
		to,
		words,
		...(sets[to] && { set: sets[to] }),
		...(['refused', 'redirected', 'failed'].includes(to) && { reasonCode: reasonCodeOf(task) }),
		...(to === 'completed' && {
			messages: [{ kind: 'outcome', words: outcomeTextOf(task) ?? translate('exchange.outcome-untold') }],
		}),
	};
}

/** Whose move it is, when only the state is told. */
export const sideOf = (to: ReferralState): Side => sides[to] ?? 'target';
const sides: Partial<Record<ReferralState, Side>> = {
	withdrawn: 'source',
	'entered-in-error': 'source',
	'declined-by-person': 'person',
	unanswered: 'system',
};
