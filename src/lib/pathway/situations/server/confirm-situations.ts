import * as z from 'zod';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import type { Safe } from '#lib/server/safe.ts';
import { isWritten } from '../situation.ts';
import { insertSituations } from './insert-situations.ts';
import { lookAtSituations } from './look.ts';
import { refusedLinesFile, skippedLines } from './refused-lines.ts';
import { givenTable, holdSituationImport, keepFile } from './situation-imports.ts';

/** What she saw, and the lines of those whom she opens although they may be followed already. */
export const Confirmation = z.object({
	version: z.coerce.number().int(),
	anyway: z.array(z.coerce.number().int()).default([]),
});

/**
 * Writes an import: all at once, once, however many times it is confirmed. What is not written comes back in a file.
 * @throws Refusal 409 when its columns changed since she looked, or its file is thrown away
 */
export async function confirmSituations(
	act: Act,
	safe: Safe,
	id: string,
	{ version, anyway }: z.output<typeof Confirmation>,
): Promise<void> {
	const found = await holdSituationImport(act, id);
	if (found.state !== 'open') return;
	if (!found.choices || found.version !== version) throw new Refusal(409, 'situations.changed');
	const table = await givenTable(act, safe, id);
	const { people, refused } = await lookAtSituations(act, table, found.choices);
	const written = people.filter((one) => isWritten(one, anyway));
	const skipped = skippedLines(people.filter((one) => !isWritten(one, anyway)));
	const back = await refusedLinesFile(table, found.choices, [...refused, ...skipped]);
	await keepPathways(act, id, await insertSituations(act, written));
	await act.tx.deleteFrom('situationFile').where('importId', '=', id).execute();
	if (back !== null) await keepFile(act, safe, id, 'refused', back);
	const steps = written.reduce((count, one) => count + one.steps.length, 0);
	await conclude(act, id, {
		people: written.length,
		steps,
		refused: refused.length,
		skipped: skipped.length,
	});
}

async function keepPathways({ tx }: Act, importId: string, pathways: readonly string[]): Promise<void> {
	if (pathways.length === 0) return;
	await tx
		.insertInto('situationPathway')
		.values(pathways.map((pathwayId) => ({ importId, pathwayId })))
		.execute();
}

interface Counts {
	readonly people: number;
	readonly steps: number;
	readonly refused: number;
	readonly skipped: number;
}

/** The last event of an import: what comes after it is no longer its own. */
async function conclude(act: Act, id: string, counts: Counts): Promise<void> {
	const { people, steps, refused, skipped } = counts;
	await act.tx
		.updateTable('situationImport')
		.set({ state: 'done', people, steps, refusedLines: refused, skippedLines: skipped, doneAt: act.at })
		.where('id', '=', id)
		.execute();
	await record(act, 'situations.imported', id, counts);
}
