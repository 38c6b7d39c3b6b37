import type { Act, Work } from '#lib/server/act.ts';
import { holdLink } from './referral-links.ts';
import { findReferral, listFields, listMessages } from './referrals.ts';

/** What a guest reads once the code is given: identity and request until it is accepted. */
export const readAsGuest = (guest: Work) =>
	guest(async (act) => {
		const { referralId } = await holdLink(act, 'answer');
		return readOpened(act, referralId);
	});

/** The same, inside an act that has just answered: what an acceptance opens is shown once. */
export async function readOpened(act: Act, referralId: string) {
	const {
		state,
		extendedAt,
		withdrawalAskedBy,
		answerBy,
		stateSince,
		firstContactOn,
		waitingUntil,
		reviewOn,
	} = await findReferral(act, referralId);
	return {
		standing: {
			state,
			extendedAt,
			withdrawalAskedBy,
			answerBy,
			stateSince,
			firstContactOn,
			waitingUntil,
			reviewOn,
		},
		fields: await listFields(act, referralId),
		messages: await listMessages(act, referralId),
	};
}
