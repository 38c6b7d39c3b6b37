import { organisationOf } from '#lib/person/server/people.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';

/** Inserts a pathway to open, led by the actor. */
export async function insertPathway(
	{ tx, actor, at }: Act,
	{ personId, leadName, words }: { personId: string; leadName: string; words: string | null },
): Promise<string> {
	const id = crypto.randomUUID();
	await tx
		.insertInto('pathway')
		.values({
			id,
			personId,
			leadHatId: actor.hat?.id ?? '',
			leadOrganisationId: organisationOf(actor),
			leadName,
			words,
			openedAt: at,
		})
		.execute();
	return id;
}

/** The pathway and its person, as far as the actor may know them; otherwise as if they did not exist. */
export async function findPathway({ tx }: Act, id: string) {
	const pathway = await tx
		.selectFrom('pathway')
		.innerJoin('person', 'person.id', 'pathway.personId')
		.selectAll('pathway')
		.select(['person.name', 'person.protection', 'person.contactRule', 'person.safeContact'])
		.where('pathway.id', '=', id)
		.executeTakeFirst();
	if (!pathway) throw new Refusal(404, 'problem.nothing-here');
	return pathway;
}
export type FoundPathway = Awaited<ReturnType<typeof findPathway>>;

/** Whether the actor's organisation leads it: it reads all, and answers for what happens. */
export const leads = ({ actor }: Act, pathway: Pick<FoundPathway, 'leadOrganisationId'>): boolean =>
	pathway.leadOrganisationId === actor.hat?.organisationId;
