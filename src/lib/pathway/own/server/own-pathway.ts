import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';

/** The pathway of whoever acts for herself, open or closed lately, with whom to call; undefined when she has none. */
export const findOwnPathway = ({ tx }: Act) =>
	tx
		.selectFrom('pathway')
		.innerJoin('person', 'person.id', 'pathway.personId')
		.innerJoin('organisation', 'organisation.id', 'pathway.leadOrganisationId')
		.select([
			'pathway.id',
			'pathway.personId',
			'pathway.state',
			'pathway.leadHatId',
			'pathway.leadOrganisationId',
			'pathway.leadName',
			'pathway.version',
			'organisation.name as organisation',
			'organisation.phone',
			'person.name',
			'person.communeCode',
		])
		.orderBy('pathway.openedAt', 'desc')
		.limit(1)
		.executeTakeFirst();
export type OwnPathway = NonNullable<Awaited<ReturnType<typeof findOwnPathway>>>;

/** @throws Refusal 404 when she has none, 409 when it is closed */
export async function openOwnPathway(act: Act): Promise<OwnPathway> {
	const pathway = await findOwnPathway(act);
	if (!pathway) throw new Refusal(404, 'own-space.gone');
	if (pathway.state === 'closed') throw new Refusal(409, 'own-space.no-pathway');
	return pathway;
}
