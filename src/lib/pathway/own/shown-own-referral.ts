import { alwaysSent, fieldLevels, isEnded, type ReferralState } from '../referrals/referral.ts';
import { shownField } from '../referrals/shown-referral.ts';
import type { readOwnReferral } from './server/own-referral.ts';

/** A request as she reads it, word by word: what may be struck while nothing left, what is never read before a yes. */
export function showOwnReferral({ fields, ...referral }: Awaited<ReturnType<typeof readOwnReferral>>) {
	const { id, version, organisation, service, fromName, openCall } = referral;
	const state = referral.state as ReferralState;
	return {
		...{ id, version, organisation, service, fromName, openCall },
		waits: state === 'awaiting-person',
		over: isEnded(state),
		fields: fields.map((field) => ({
			...shownField(field),
			struck: !alwaysSent.includes(field.name),
			later: fieldLevels[field.name] > 2,
		})),
	};
}
