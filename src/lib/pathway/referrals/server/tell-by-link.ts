import type { Work } from '#lib/server/act.ts';
import { holdLink, useLink } from './referral-links.ts';
import { type Feedback, sayWhetherItHelped } from './say-whether-it-helped.ts';

/** What she is asked about, by the link of her receipt. */
export const lookAtWhatToTell = (guest: Work) =>
	guest(async (act) => {
		const { referralId } = await holdLink(act, 'feedback');
		return act.tx
			.selectFrom('referral')
			.leftJoin('organisation', 'organisation.id', 'referral.toOrganisationId')
			.leftJoin('service', 'service.id', 'referral.serviceId')
			.select(['referral.sentAt', 'organisation.name as organisation', 'service.name as service'])
			.where('referral.id', '=', referralId)
			.executeTakeFirstOrThrow();
	});

/** She says it herself, once. */
export const tellByLink = (guest: Work, feedback: Feedback): Promise<void> =>
	guest(async (act) => {
		const { id, referralId } = await holdLink(act, 'feedback');
		await sayWhetherItHelped(act, referralId, feedback, 'link');
		await useLink(act, id);
	});
