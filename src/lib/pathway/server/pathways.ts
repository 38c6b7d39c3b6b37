import { sql } from 'kysely';
import { isId } from '#lib/directory/server/closed-lists.ts';
import { takeInHand } from '#lib/person/server/at-hand.ts';
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

/** Words about her are read with the steps; who only knows her identity does not get them. */
const toldWords = sql<{
	id: string | null;
	words: string | null;
	pauseReason: string | null;
	closingWords: string | null;
}>`pathway_words(pathway.id)`.as<'told'>(sql.ref('told'));

/** The pathway and its person, as far as the actor may know them; otherwise as if they did not exist. */
export async function findPathway({ tx }: Act, id: string) {
	if (!isId(id)) throw new Refusal(404, 'problem.nothing-here');
	await takeInHand({ tx }, id);
	const pathway = await tx
		.selectFrom('pathway')
		.innerJoin('person', 'person.id', 'pathway.personId')
		.innerJoin('organisation', 'organisation.id', 'pathway.leadOrganisationId')
		.leftJoinLateral(toldWords, (join) => join.onTrue())
		.select([
			'pathway.id',
			'pathway.personId',
			'pathway.state',
			'pathway.leadHatId',
			'pathway.leadOrganisationId',
			'organisation.name as leadOrganisationName',
			'organisation.fictional',
			'pathway.leadName',
			'pathway.openedAt',
			'pathway.reviewOn',
			'pathway.closedAt',
			'pathway.closingReason',
			'pathway.noFurtherSupport',
			'pathway.checkOn',
			'pathway.reopenedAt',
			'pathway.version',
			'person.name',
			'person.protection',
			'person.contactRule',
			'person.safeContact',
		])
		.select([
			'told.words',
			'told.pauseReason',
			'told.closingWords',
			sql<boolean>`told.id is not null`.as('readsSteps'),
		])
		.where('pathway.id', '=', id)
		.executeTakeFirst();
	if (!pathway) throw new Refusal(404, 'problem.nothing-here');
	return pathway;
}
export type FoundPathway = Awaited<ReturnType<typeof findPathway>>;

/** Whether the actor's organisation leads it: it reads all, and answers for what happens. */
export const leads = ({ actor }: Act, pathway: Pick<FoundPathway, 'leadOrganisationId'>): boolean =>
	pathway.leadOrganisationId === actor.hat?.organisationId;

/** The pathway of a person whom the actor may know: the one that is open, else the last. @returns its id */
export async function pathwayOfPerson({ tx }: Act, personId: string): Promise<string> {
	const pathway = await tx
		.selectFrom('pathway')
		.select('id')
		.where('personId', '=', personId)
		.orderBy(sql`state = 'closed'`)
		.orderBy('openedAt', 'desc')
		.executeTakeFirst();
	if (!pathway) throw new Refusal(404, 'problem.nothing-here');
	return pathway.id;
}

/** Whose pathway it is, when nothing else is needed; as if it did not exist otherwise. */
export async function personOf({ tx }: Act, pathwayId: string): Promise<string> {
	await takeInHand({ tx }, pathwayId);
	const found = await tx
		.selectFrom('pathway')
		.select('personId')
		.where('id', '=', pathwayId)
		.executeTakeFirst();
	if (!found) throw new Refusal(404, 'problem.nothing-here');
	return found.personId;
}
