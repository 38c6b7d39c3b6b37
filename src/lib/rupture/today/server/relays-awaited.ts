import type { Act } from '#lib/server/act.ts';

/** One query: the relays that await the yes or no of these workers, or of anybody of their organisation. */
export const listRelaysAwaited = ({ tx, actor }: Act, hatIds: readonly string[]) => {
	const mine = actor.hat?.organisationId ?? null;
	return tx
		.selectFrom('relay')
		.innerJoin('organisation', 'organisation.id', 'relay.fromOrganisationId')
		.select([
			'relay.id',
			'relay.pathwayId',
			'relay.toHatId as hatId',
			'relay.fromName',
			'relay.meetingOn',
			'relay.proposedAt',
			'organisation.name as fromOrganisation',
		])
		.where('relay.state', '=', 'proposed')
		.where('relay.toOrganisationId', '=', mine)
		.where((eb) =>
			eb.or([
				eb('relay.toHatId', 'in', hatIds),
				eb.and([eb('relay.toHatId', 'is', null), eb('relay.fromOrganisationId', '<>', mine)]),
			]),
		)
		.orderBy('relay.proposedAt')
		.execute();
};
