import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';

/** The documents that the actor may read, newest first, with how many have signed. */
export const listDocuments = ({ tx }: Act, pathwayId: string) =>
	tx
		.selectFrom('document')
		.select(['id', 'kind', 'title', 'madeAt', 'withdrawnAt'])
		.select(({ selectFrom }) =>
			selectFrom('signature')
				.whereRef('documentId', '=', 'document.id')
				.select(({ fn }) => fn.countAll<string>().as('count'))
				.as('signatures'),
		)
		.where('pathwayId', '=', pathwayId)
		.orderBy('madeAt', 'desc')
		.orderBy('id')
		.execute();

/** A document of a pathway, if the actor may read it; otherwise as if it did not exist. */
export async function findDocument({ tx }: Act, pathwayId: string, id: string) {
	const found = await tx
		.selectFrom('document')
		.innerJoin('organisation', 'organisation.id', 'document.organisationId')
		.selectAll('document')
		.select('organisation.name as organisation')
		.where('document.pathwayId', '=', pathwayId)
		.where('document.id', '=', id)
		.executeTakeFirst();
	if (!found) throw new Refusal(404, 'problem.nothing-here');
	return found;
}

/** Who signed it, in the order in which they did. */
export const listSignatures = ({ tx }: Act, documentId: string) =>
	tx
		.selectFrom('signature')
		.selectAll()
		.where('documentId', '=', documentId)
		.orderBy('signedAt')
		.orderBy('signer')
		.execute();
