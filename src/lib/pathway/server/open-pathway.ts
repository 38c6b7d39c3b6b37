import * as z from 'zod';
import { insertPerson } from '#lib/person/server/people.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { insertPathway } from './pathways.ts';
import { nameOfActor } from './worker-name.ts';

/** One field is asked: a first name or a pseudonym. */
export const NewPathway = z.object({
	name: z.string().trim().min(1, 'person.name-missing').max(80, 'person.name-long'),
	words: z
		.string()
		.trim()
		.max(2000, 'person.words-long')
		.optional()
		.transform((words) => words || null),
});

/** Opens the file of a person and her pathway, led by whoever opens it. @returns the pathway's id */
export async function openPathway(act: Act, { name, words }: z.infer<typeof NewPathway>): Promise<string> {
	const personId = await insertPerson(act, { name });
	const id = await insertPathway(act, { personId, words, leadName: await nameOfActor(act) });
	await record(act, 'pathway.opened', id, {});
	return id;
}
