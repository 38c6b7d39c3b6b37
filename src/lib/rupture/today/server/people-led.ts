import type { Act } from '#lib/server/act.ts';
import type { LedPerson } from '../joined-day.ts';

/** One query: the people whom these workers of the actor's organisation lead, by pathway. */
export async function listPeopleLed(
	{ tx, actor }: Act,
	hatIds: readonly string[],
): Promise<Map<string, LedPerson>> {
	const rows = await tx
		.selectFrom('pathway')
		.innerJoin('person', 'person.id', 'pathway.personId')
		.select([
			'pathway.id as pathwayId',
			'pathway.personId',
			'pathway.leadHatId as hatId',
			'pathway.state',
			'person.name',
		])
		.where('pathway.leadOrganisationId', '=', actor.hat?.organisationId ?? null)
		.where('pathway.leadHatId', 'in', hatIds)
		.execute();
	return new Map(rows.map((row) => [row.pathwayId, row]));
}

/** One query: the names of some pathways that others lead, as far as the actor may know them. */
export async function listNames({ tx }: Act, pathwayIds: readonly string[]): Promise<Map<string, string>> {
	if (pathwayIds.length === 0) return new Map();
	const rows = await tx
		.selectFrom('pathway')
		.innerJoin('person', 'person.id', 'pathway.personId')
		.select(['pathway.id', 'person.name'])
		.where('pathway.id', 'in', pathwayIds)
		.execute();
	return new Map(rows.map(({ id, name }) => [id, name]));
}
