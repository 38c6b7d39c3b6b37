import * as z from 'zod';
import { type PossibleDuplicate, possibleDuplicates } from '#lib/person/server/duplicates.ts';
import { insertPerson } from '#lib/person/server/people.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { mayTell, told } from '../typed.ts';
import { insertPathway } from './pathways.ts';
import { nameOfActor } from './worker-name.ts';

/** One field is asked: a first name or a pseudonym. */
export const NewPathway = z.object({
	name: told(80, 'person.name-missing', 'person.name-long'),
	words: mayTell(2000, 'person.words-long'),
});
type NewPathway = z.output<typeof NewPathway>;

/** The same, after having seen who may be the same person. */
export const AskedPathway = NewPathway.extend({
	anyway: z
		.literal('true', 'problem.field-invalid')
		.optional()
		.transform((said) => said !== undefined),
});

export type OpenedPathway =
	| { readonly id: string; readonly duplicates?: never }
	| { readonly id?: never; readonly duplicates: readonly PossibleDuplicate[] };

/** Opens a pathway, unless somebody of the same organisation may be the same person and nobody said « anyway ». */
export async function askPathway(act: Act, asked: z.output<typeof AskedPathway>): Promise<OpenedPathway> {
	const duplicates = asked.anyway ? [] : await possibleDuplicates(act, asked.name);
	return duplicates.length > 0 ? { duplicates } : { id: await openPathway(act, asked) };
}

/** Opens the file of a person and her pathway, led by whoever opens it. @returns the pathway's id */
export async function openPathway(act: Act, { name, words }: NewPathway): Promise<string> {
	const personId = await insertPerson(act, { name });
	const id = await insertPathway(act, { personId, words, leadName: await nameOfActor(act) });
	await record(act, 'pathway.opened', id, {});
	return id;
}
