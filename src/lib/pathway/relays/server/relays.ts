import { sql } from 'kysely';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { type Relay, type RelayState, relayStates } from '../relay.ts';

const openStates: RelayState[] = ['proposed', 'accepted'];

/** All but its reason: words about the person are told to whoever receives her once she has said yes. */
const columns = [
	'relay.id',
	'relay.pathwayId',
	'relay.fromHatId',
	'relay.fromOrganisationId',
	'relay.fromName',
	'relay.toOrganisationId',
	'relay.toHatId',
	'relay.toName',
	'relay.state',
	'relay.meetingOn',
	'relay.personPresent',
	'relay.personAcceptedAt',
	'relay.personProof',
	'relay.personWitness',
	'relay.answerWords',
	'relay.proposedAt',
	'relay.answeredAt',
	'relay.effectiveAt',
] as const;

const relays = ({ tx }: Act) =>
	tx
		.selectFrom('relay')
		.innerJoin('organisation as origin', 'origin.id', 'relay.fromOrganisationId')
		.innerJoin('organisation as target', 'target.id', 'relay.toOrganisationId')
		.select([...columns, 'origin.name as fromOrganisationName', 'target.name as toOrganisationName'])
		.select(sql<string | null>`relay_reason(relay.id)`.as('reason'));

/** The relays of a pathway, the latest first. */
export const listRelays = async (act: Act, pathwayId: string) =>
	(await relays(act).where('pathwayId', '=', pathwayId).orderBy('proposedAt', 'desc').execute()).map(known);

/** The relays that await the acting worker, with the person's name as far as an agreement tells it. */
export const listAwaited = async (act: Act) =>
	(
		await relays(act)
			.leftJoin('pathway', 'pathway.id', 'relay.pathwayId')
			.leftJoin('person', 'person.id', 'pathway.personId')
			.select('person.name')
			.where('relay.state', 'in', openStates)
			.where('relay.toOrganisationId', '=', act.actor.hat?.organisationId ?? null)
			.where((eb) =>
				eb.or([
					eb('relay.toHatId', '=', act.actor.hat?.id ?? null),
					eb.and([
						eb('relay.toHatId', 'is', null),
						eb('relay.fromOrganisationId', '<>', act.actor.hat?.organisationId ?? null),
					]),
				]),
			)
			.orderBy('proposedAt')
			.execute()
	).map(known);

/** A relay, or as if it did not exist; held until the end of the act. */
export async function findRelay(act: Act, id: string) {
	await sql`select pg_advisory_xact_lock(hashtextextended(${`relay ${id}`}, 0))`.execute(act.tx);
	const row = await relays(act).where('relay.id', '=', id).executeTakeFirst();
	if (!row) throw new Refusal(404, 'problem.nothing-here');
	return known(row);
}

function known<Row extends { state: string }>(row: Row): Row & Pick<Relay, 'state'> {
	const state = relayStates.find((each) => each === row.state);
	if (!state) throw new Error(`a relay is ${row.state}`);
	return { ...row, state };
}

/** Whom the lead may pass to: colleagues, and organisations that the person agreed to for a relay. */
export async function receiversFor({ tx, actor, at }: Act, personId: string) {
	const { rows: colleagues } = await sql<{ hatId: string; name: string }>`
		select hat_id, name from colleagues()
		where role = 'worker' and hat_id <> ${actor.hat?.id ?? null} order by name`.execute(tx);
	const organisations = await tx
		.selectFrom('agreement')
		.innerJoin('organisation', 'organisation.id', 'agreement.organisationId')
		.select(['organisation.id', 'organisation.name'])
		.distinct()
		.where('agreement.personId', '=', personId)
		.where('agreement.way', '=', 'relay')
		.where('agreement.revokedAt', 'is', null)
		.where('agreement.startsAt', '<=', at)
		.where('agreement.endsAt', '>', at)
		.where('organisation.id', '<>', actor.hat?.organisationId ?? null)
		.orderBy('organisation.name')
		.execute();
	return { colleagues, organisations };
}
