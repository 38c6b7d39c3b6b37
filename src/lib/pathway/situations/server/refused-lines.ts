import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Problem } from '#lib/directory/formats/row.ts';
import { openRejectedFile } from '#lib/directory/server/rejected-file.ts';
import type { Choices } from '../choices.ts';

import { sayFault } from '../say-fault.ts';
import { sayTwin } from '../say-twin.ts';
import type { ReadySituation, RefusedLine } from '../situation.ts';
import type { SituationTable } from '../table.ts';

/** The lines of people who may be followed already, and why they were left aside. */
export const skippedLines = (people: readonly ReadySituation[]): RefusedLine[] =>
	people.flatMap(({ lines, twins }) =>
		lines.map((line) => ({
			line,
			faults: [
				{
					field: null,
					reason: 'situations.twin-skipped' as const,
					values: { who: twins.map(sayTwin).join(' ; ') },
				},
			],
		})),
	);

/**
 * The CSV of the lines that are not written: her columns, then « Problème »; what a spreadsheet would run is neutralised.
 * Null when there is none.
 */
export async function refusedLinesFile(
	{ columns, lines }: SituationTable,
	{ fields }: Choices,
	refused: readonly RefusedLine[],
): Promise<string | null> {
	const folder = await mkdtemp(join(tmpdir(), 'passerelles-situations-'));
	const file = openRejectedFile(join(folder, 'tableau.csv'));
	try {
		const faults = new Map(refused.map((one) => [one.line, one.faults]));
		for (const { line, cells } of lines) {
			const problems = (faults.get(line) ?? []).map((fault): Problem => {
				const rank = fault.field === null ? -1 : fields.indexOf(fault.field);
				return { line, field: columns[rank] ?? '', value: '', problem: sayFault(fault) };
			});
			const values = Object.fromEntries(columns.map((name, rank) => [name, cells[rank] ?? '']));
			if (problems.length > 0) await file.add({ line, values }, problems);
		}
		const path = await file.close();
		return path && (await readFile(path, 'utf8'));
	} finally {
		await file.discard();
		await rm(folder, { recursive: true, force: true });
	}
}
