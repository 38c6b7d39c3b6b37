import type { Act } from '#lib/server/act.ts';

/** The requests sent for her, the latest first, with what she said of each. */
export const listOwnReferrals = ({ tx }: Act, pathwayId: string) =>
	tx
		.selectFrom('referral')
		.leftJoin('organisation', 'organisation.id', 'referral.toOrganisationId')
		.leftJoin('service', 'service.id', 'referral.serviceId')
		.leftJoin('referralFeedback', 'referralFeedback.referralId', 'referral.id')
		.select([
			'referral.id',
			'referral.state',
			'referral.version',
			'referral.openCall',
			'referral.fromName',
			'referral.answerBy',
			'referral.endedAt',
			'referral.firstContactOn',
			'referral.contactName',
			'referral.contactPhone',
			'organisation.name as organisation',
			'organisation.phone as organisationPhone',
			'service.name as service',
			'referralFeedback.helped',
		])
		.where('referral.pathwayId', '=', pathwayId)
		.orderBy('referral.madeAt', 'desc')
		.$narrowType<{ helped: 'yes' | 'partly' | 'no' | 'no-contact' | null }>()
		.execute();
