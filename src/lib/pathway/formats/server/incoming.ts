import type { Act } from '#lib/server/act.ts';
import { systems } from '../fhir-codes.ts';
import { idIn, type Received, ReceivedOrganization, type ReceivedTask, resolve } from '../read-fhir.ts';
import type { Brought } from './exchanges.ts';

/** What one file brings, and what is needed to read it. */
export interface Incoming {
	readonly exchangeId: string;
	readonly source: string;
	readonly all: readonly Received[];
	readonly us: Us;
}

/** Our organisation, by all the names it may be given. */
export interface Us {
	readonly id: string;
	readonly siret: string | null;
	readonly communeCode: string | null;
	readonly knownAs: readonly string[];
}

export async function findUs({ tx, actor }: Act, { knownAs }: Pick<Brought, 'knownAs'>): Promise<Us> {
	const found = await tx
		.selectFrom('organisation')
		.leftJoin('place', 'place.id', 'organisation.placeId')
		.select(['organisation.id', 'organisation.siret', 'place.communeCode'])
		.where('organisation.id', '=', actor.hat?.organisationId ?? '')
		.executeTakeFirstOrThrow();
	return { ...found, knownAs };
}

/** Whether a Task is ours to do: its owner is our organisation, by our id, our SIRET, or the name the sender said it gives us. */
export function isOurs({ all, us }: Pick<Incoming, 'all' | 'us'>, { owner }: ReceivedTask): boolean {
	const named = idIn(owner);
	if (named === undefined) return false;
	if (named === us.id || us.knownAs.some((name) => name === named || name === owner?.reference)) return true;
	const organisation = resolve(all, ReceivedOrganization, 'Organization', owner);
	return Boolean(
		organisation?.identifier.some(
			({ system, value }) =>
				(us.siret !== null && value?.replaceAll(' ', '') === us.siret) ||
				(system === systems.organisation && value === us.id),
		),
	);
}
