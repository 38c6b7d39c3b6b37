import type { Act } from '#lib/server/act.ts';
import { moveReferral, type Party } from './move-referral.ts';

/** The target says who reads: the sender knows that it arrived. The clock runs on. */
export const reviewReferral = (act: Act, target: Party, referralId: string) =>
	moveReferral(act, target, referralId, {
		to: 'under-review',
		set: { toOrganisationId: target.organisationId, readerName: target.byName },
	});
