import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { typedCommune } from '../matching/server/typed-commune.ts';
import type { Sheet } from '../sheet-form.ts';
import { dropDraft } from './drafts.ts';
import { pathwayToMove } from './pathway-facts.ts';
import { type ReadSheet, readSheet, sheetDraft } from './sheet.ts';
import { lastChange } from './sheet-changes.ts';

/**
 * Changes what is known of a person: those who lead her pathway.
 * @throws Refusal 409 when somebody changed it meanwhile; 422 for a commune unknown, or a protection that only her lead
 * worker changes
 */
export async function editSheet(act: Act, id: string, typed: Sheet): Promise<void> {
	await pathwayToMove(act, id, 'pathway.edit-sheet');
	const before = await readSheet(act, id);
	if (before.version !== typed.version) throw await conflict(act, before);
	refuseUnlessLeadWorker(act, before, typed);
	const { version, words, commune, ...person } = typed;
	const after = { ...person, communeCode: await typedCommune(act, commune) };
	const fields = changedFields(before, { ...after, words });
	if (fields.length > 0) await write(act, before, { ...after, version: version + 1 }, words);
	if (fields.length > 0) await record(act, 'pathway.sheet-changed', id, { fields });
	await dropDraft(act, sheetDraft(id));
}

type Person = Omit<Sheet, 'words' | 'commune'> & { readonly communeCode: string | null };

async function write({ tx }: Act, before: ReadSheet, person: Person, words: string | null): Promise<void> {
	await tx.updateTable('person').set(person).where('id', '=', before.pathway.personId).execute();
	if (words !== before.words)
		await tx.updateTable('pathway').set({ words }).where('id', '=', before.pathway.id).execute();
}

/** A closed file is seen by one worker: nobody else closes it, nor opens it to the others. */
function refuseUnlessLeadWorker({ actor }: Act, { protection, pathway }: ReadSheet, typed: Sheet): void {
	const closes = protection !== typed.protection && [protection, typed.protection].includes('closed');
	if (closes && pathway.leadHatId !== actor.hat?.id)
		throw new Refusal(422, 'person.protection-lead-only', { name: pathway.leadName });
}

const changedFields = (before: ReadSheet, after: Omit<Person, 'version'> & { words: string | null }) =>
	Object.entries(after)
		.filter(([name, value]) => !Object.is(value, Object.entries(before).find(([key]) => key === name)?.[1]))
		.map(([name]) => name);

async function conflict(act: Act, { pathway }: ReadSheet): Promise<Refusal> {
	const { by, time, fields } = await lastChange(act, pathway.id);
	return new Refusal(409, 'person.sheet-changed', { by, time, fields });
}
