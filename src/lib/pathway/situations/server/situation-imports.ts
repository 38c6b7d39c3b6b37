import { sql } from 'kysely';
import { isId } from '#lib/directory/server/closed-lists.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import type { Safe } from '#lib/server/safe.ts';
import { Choices } from '../choices.ts';
import { SituationTable } from '../table.ts';

/** How long what was given is kept, and what was written may be taken back. */
export const day = 86_400_000;

/**
 * One of the acting worker's own imports.
 * @throws Refusal 404 when it is none of hers, even a colleague's
 */
export async function findSituationImport({ tx }: Act, id: string) {
	const found = await tx
		.selectFrom('situationImport')
		.selectAll()
		.where('id', '=', isId(id) ? id : null)
		.executeTakeFirst();
	if (!found) throw new Refusal(404, 'problem.nothing-here');
	return { ...found, choices: Choices.nullable().parse(found.choices) };
}
export type FoundImport = Awaited<ReturnType<typeof findSituationImport>>;

/** The same, held until the end of the act: two clicks come one after the other. */
export async function holdSituationImport(act: Act, id: string): Promise<FoundImport> {
	if (isId(id))
		await sql`select pg_advisory_xact_lock(hashtextextended(${`situations ${id}`}, 0))`.execute(act.tx);
	return findSituationImport(act, id);
}

const shown = 10;

/** Her latest imports, the newest first. */
export const listSituationImports = ({ tx, at }: Act) =>
	tx
		.selectFrom('situationImport')
		.select(['id', 'state', 'lines', 'people', 'madeAt'])
		.where((eb) => eb.or([eb('state', '<>', 'open'), eb('madeAt', '>', new Date(at.getTime() - day))]))
		.orderBy('madeAt', 'desc')
		.limit(shown)
		.execute();

/** Keeps a text of an import, sealed, for a day at most. */
export async function keepFile(
	{ tx, at }: Act,
	safe: Safe,
	importId: string,
	kind: 'given' | 'refused',
	text: string,
): Promise<void> {
	const keptUntil = new Date(at.getTime() + day);
	await tx
		.insertInto('situationFile')
		.values({ importId, kind, sealed: safe.seal(text, importId), keptUntil })
		.execute();
}

/** What she gave, as long as it is kept. @throws Refusal 409 once it is not */
export async function givenTable(act: Act, safe: Safe, importId: string): Promise<SituationTable> {
	const text = await keptText(act, safe, importId, 'given');
	if (text === undefined) throw new Refusal(409, 'situations.expired');
	return SituationTable.parse(JSON.parse(text));
}

/** The lines that were not written, with what to correct: a CSV of hers. @throws Refusal 404 once it is thrown away */
export async function refusedFile(act: Act, safe: Safe, importId: string): Promise<string> {
	const text = await keptText(act, safe, importId, 'refused');
	if (text === undefined) throw new Refusal(404, 'problem.nothing-here');
	return text;
}

async function keptText(
	{ tx }: Act,
	safe: Safe,
	importId: string,
	kind: string,
): Promise<string | undefined> {
	const kept = await tx
		.selectFrom('situationFile')
		.select('sealed')
		.where('importId', '=', isId(importId) ? importId : null)
		.where('kind', '=', kind)
		.executeTakeFirst();
	return kept && safe.open(kept.sealed, importId);
}

/** Whether a text of an import is still kept. */
export async function isKept({ tx }: Act, importId: string, kind: 'given' | 'refused'): Promise<boolean> {
	const kept = await tx
		.selectFrom('situationFile')
		.select('kind')
		.where('importId', '=', importId)
		.where('kind', '=', kind)
		.executeTakeFirst();
	return kept !== undefined;
}

/** The pathways that an import opened and that are still there, with the name of whom they are. */
export const keptPathways = ({ tx }: Act, importId: string) =>
	tx
		.selectFrom('situationPathway')
		.innerJoin('pathway', 'pathway.id', 'situationPathway.pathwayId')
		.innerJoin('person', 'person.id', 'pathway.personId')
		.select(['pathway.id', 'person.name'])
		.where('situationPathway.importId', '=', importId)
		.orderBy('person.name')
		.execute();
