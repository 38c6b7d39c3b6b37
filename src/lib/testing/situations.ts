import { stringify } from 'csv-stringify/sync';
import { guessFields } from '../pathway/situations/guess-fields.ts';
import { inventedLines, tableOf } from '../pathway/situations/sample.ts';
import { beginSituations } from '../pathway/situations/server/begin-situations.ts';
import { giveColumns } from '../pathway/situations/server/give-columns.ts';
import { readSituationTable } from '../pathway/situations/server/read-table.ts';
import type { Work } from '../server/act.ts';
import { type Safe, safeOf } from '../server/safe.ts';

export const testSafe: Safe = safeOf('the secret of the tests');

/** A spreadsheet of invented people, whose lines 3, 5 and 7 are wrong: a date, a number never kept, no name. */
export function wrongInThree(today: string, count: number): string {
	const lines = inventedLines(today, count).map((line, rank) => {
		if (rank === 1) return { ...line, dueOn: 'bientôt' };
		if (rank === 3) return { ...line, safeContact: 'sécu 2 85 01 75 123 456 42' };
		return rank === 5 ? { ...line, name: '' } : line;
	});
	return csvOf(tableOf(lines));
}

export const csvOf = (table: readonly (readonly string[])[]): string =>
	stringify(
		table.map((row) => [...row]),
		{ bom: true, delimiter: ';' },
	);

/** Gives a spreadsheet and takes its columns as they are guessed. @returns the import's id, ready to be confirmed */
export async function givenSituations(
	work: Work,
	csv: string,
	withoutStep: 'first-point' | 'refuse' = 'first-point',
): Promise<string> {
	const id = crypto.randomUUID();
	const table = await readSituationTable({ name: 'personnes.csv', bytes: Buffer.from(csv) });
	await work((act) => beginSituations(act, testSafe, id, table));
	await work((act) => giveColumns(act, testSafe, id, columnsForm(guessFields(table.columns), withoutStep)));
	return id;
}

/** The form of the columns, as it is sent. */
export function columnsForm(fields: readonly (string | null)[], withoutStep: string): FormData {
	const data = new FormData();
	for (const [rank, field] of fields.entries()) data.set(`column-${rank}`, field ?? '');
	data.set('withoutStep', withoutStep);
	return data;
}
