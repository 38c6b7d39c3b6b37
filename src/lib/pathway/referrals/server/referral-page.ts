import { logReferralReadings } from '#lib/person/server/access-log.ts';
import type { Act } from '#lib/server/act.ts';
import { findReferral, listFields, listMessages, listMoves } from './referrals.ts';
import { listSilence } from './silence.ts';

/** All that a follow-up page tells of a referral, as far as the actor may read it. */
export async function readReferralPage(act: Act, id: string) {
	const referral = await findReferral(act, id);
	if (act.actor.hat) await logReferralReadings(act, [id]);
	const mine = act.actor.hat?.organisationId;
	const side = referral.fromOrganisationId === mine ? ('source' as const) : ('target' as const);
	const called = await listCalled(act, id);
	const received =
		referral.toOrganisationId === mine || called.some(({ organisationId }) => organisationId === mine);
	return {
		...referral,
		/** The other organisations that follow the pathway read without moving anything. */
		side: side === 'source' || received ? side : ('reader' as const),
		...(await namesOf(act, id)),
		called,
		fields: await listFields(act, id),
		moves: await listMoves(act, id),
		messages: await listMessages(act, id),
		silence: await listSilence(act, id),
		feedback: await findFeedback(act, id),
		code: side === 'source' ? await findCode(act, id) : undefined,
		next: await findNext(act, id),
	};
}

const namesOf = async ({ tx }: Act, id: string) =>
	tx
		.selectFrom('referral')
		.leftJoin('organisation as source', 'source.id', 'referral.fromOrganisationId')
		.leftJoin('organisation as target', 'target.id', 'referral.toOrganisationId')
		.leftJoin('service', 'service.id', 'referral.serviceId')
		.select((eb) => [
			eb.fn.coalesce('source.name', 'referral.fromName').as('sourceName'),
			'source.phone as sourcePhone',
			'target.name as targetName',
			'service.name as serviceName',
			eb.fn.coalesce('service.phone', 'target.phone').as('targetPhone'),
			eb.fn.coalesce('service.email', 'target.email').as('targetEmail'),
		])
		.where('referral.id', '=', id)
		.executeTakeFirstOrThrow();

const listCalled = ({ tx }: Act, id: string) =>
	tx
		.selectFrom('referralCall')
		.innerJoin('organisation', 'organisation.id', 'referralCall.organisationId')
		.select(['referralCall.organisationId', 'organisation.name'])
		.where('referralId', '=', id)
		.orderBy('organisation.name')
		.execute();

const findFeedback = ({ tx }: Act, id: string) =>
	tx
		.selectFrom('referralFeedback')
		.select(['helped', 'words', 'channel', 'saidAt'])
		.where('referralId', '=', id)
		.executeTakeFirst();

/** The code that the sender tells a recipient by telephone, while its link lives. */
const findCode = ({ tx, at }: Act, id: string) =>
	tx
		.selectFrom('referralLink')
		.select(['id', 'code', 'expiresAt', 'tries'])
		.where('referralId', '=', id)
		.where('purpose', '=', 'answer')
		.where('usedAt', 'is', null)
		.where('revokedAt', 'is', null)
		.where('expiresAt', '>', at)
		.orderBy('madeAt', 'desc')
		.executeTakeFirst();

/** The referral that took this one up. */
const findNext = ({ tx }: Act, id: string) =>
	tx.selectFrom('referral').select(['id', 'state']).where('parentId', '=', id).executeTakeFirst();
