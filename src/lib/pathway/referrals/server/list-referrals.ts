import type { ExpressionBuilder } from 'kysely';
import type { Act } from '#lib/server/act.ts';
import type { DB } from '#lib/server/tables.ts';
import type { ReferralState } from '../referral.ts';

/** The most that one page lists. */
const most = 200;

/** Referrals that the actor's organisation sent, or received, the most pressing first; in one query. */
export async function listReferrals({ tx, actor }: Act, box: 'sent' | 'received', open: boolean) {
	const mine = actor.hat?.organisationId ?? '';
	const rows = await listed(tx)
		.where((eb) =>
			box === 'sent'
				? eb('referral.fromOrganisationId', '=', mine)
				: eb('referral.fromOrganisationId', 'is distinct from', mine),
		)
		.where((eb) =>
			box === 'sent'
				? eb.lit(true)
				: eb.or([
						eb('referral.toOrganisationId', '=', mine),
						eb.and([eb('referral.toOrganisationId', 'is', null), eb(callsMe(eb, mine), '=', true)]),
					]),
		)
		.where('referral.endedAt', open ? 'is' : 'is not', null)
		.orderBy('referral.urgent', 'desc')
		.orderBy('referral.stateSince', open ? 'asc' : 'desc')
		.limit(most)
		.execute();
	return rows.map((row) => ({ ...row, state: row.state as ReferralState }));
}
export type ListedReferral = Awaited<ReturnType<typeof listReferrals>>[number];

/** Those of one pathway, the newest first. */
export async function listReferralsOf({ tx }: Act, pathwayId: string): Promise<ListedReferral[]> {
	const rows = await listed(tx)
		.where('referral.pathwayId', '=', pathwayId)
		.orderBy('referral.madeAt', 'desc')
		.limit(most)
		.execute();
	return rows.map((row) => ({ ...row, state: row.state as ReferralState }));
}

/** Refused, unanswered or failed, and taken up by no other: the source owes the person another way. */
export async function listWithoutWay({ tx, actor }: Act): Promise<ListedReferral[]> {
	const rows = await listed(tx)
		.where('referral.fromOrganisationId', '=', actor.hat?.organisationId ?? '')
		.where('referral.state', 'in', ['refused', 'redirected', 'unanswered', 'failed'])
		.where((eb) =>
			eb.not(
				eb.exists(
					eb.selectFrom('referral as next').select('next.id').whereRef('next.parentId', '=', 'referral.id'),
				),
			),
		)
		.orderBy('referral.endedAt', 'desc')
		.limit(most)
		.execute();
	return rows.map((row) => ({ ...row, state: row.state as ReferralState }));
}

const callsMe = (eb: ExpressionBuilder<DB, 'referral'>, mine: string) =>
	eb.exists(
		eb
			.selectFrom('referralCall')
			.select('referralId')
			.whereRef('referralCall.referralId', '=', 'referral.id')
			.where('referralCall.organisationId', '=', mine),
	);

const listed = (tx: Act['tx']) =>
	tx
		.selectFrom('referral')
		.leftJoin('organisation as source', 'source.id', 'referral.fromOrganisationId')
		.leftJoin('organisation as target', 'target.id', 'referral.toOrganisationId')
		.leftJoin('service', 'service.id', 'referral.serviceId')
		// The name is a field of the payload: it is read as far as the payload may be.
		.leftJoin('referralField as name', (join) =>
			join.onRef('name.referralId', '=', 'referral.id').on('name.name', '=', 'name'),
		)
		.select((eb) => [
			'referral.id',
			'referral.pathwayId',
			'referral.state',
			'referral.stateSince',
			'referral.sentAt',
			'referral.answerBy',
			'referral.department',
			'referral.domain',
			'referral.urgent',
			'referral.openCall',
			'referral.firstContactOn',
			'referral.waitingUntil',
			'referral.reviewOn',
			'referral.fromName',
			// Without an organisation here, it came from other software: it is known by the name it gave.
			eb.fn.coalesce('source.name', 'referral.fromName').as('source'),
			'target.name as target',
			'service.name as service',
			'name.value as person',
		]);
