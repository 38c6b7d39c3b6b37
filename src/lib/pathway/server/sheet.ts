import { logAccess } from '#lib/person/server/access-log.ts';
import type { Act } from '#lib/server/act.ts';
import { draftOf } from './drafts.ts';
import { pathwayToMove } from './pathway-facts.ts';

export const sheetDraft = (id: string): string => `fiche.${id}`;

/** Her sheet, for those who lead: identity, contact, protection, her phrase; and what its reader was typing. */
export async function readSheet(act: Act, id: string) {
	const { pathway } = await pathwayToMove(act, id, 'pathway.read-sheet');
	await logAccess(act, pathway.personId, 'identity');
	const person = await act.tx
		.selectFrom('person')
		.leftJoin('commune', 'commune.code', 'person.communeCode')
		.select([
			'person.name',
			'person.phone',
			'person.email',
			'person.language',
			'person.interpreter',
			'person.birthYear',
			'person.communeCode',
			'commune.name as communeName',
			'commune.departmentCode',
			'person.contactRule',
			'person.safeContact',
			'person.protection',
			'person.version',
		])
		.where('person.id', '=', pathway.personId)
		.executeTakeFirstOrThrow();
	return { ...person, words: pathway.words, pathway, draft: await draftOf(act, sheetDraft(id)) };
}
export type ReadSheet = Awaited<ReturnType<typeof readSheet>>;
