import type { GuessedColumns as Columns } from './guess-columns.ts';
import { separatorIn } from './guess-contents.ts';
import { guessFee } from './guess-fee.ts';
import { looseKept } from './loose.ts';
import { sharedTables } from './shared-tables.ts';
import { textOf } from './text.ts';

/** The tables of codes that stand behind what is guessed. */
export const codeTables = {
	kind: 'types',
	fee: 'frais',
	welcomeModes: 'modes-accueil',
	networks: 'reseaux',
} as const;

/** A column whose values are none of a table's is about something else. */
export function leaveUnknownCodes(columns: Columns): void {
	for (const [what, table] of Object.entries(codeTables) as [keyof typeof codeTables, string][]) {
		const fee = what === 'fee' && guessFee(columns) !== undefined;
		if (!fee && knownShare(columns.valuesOf(what), table) === 0) columns.leave(what);
	}
}

/** The share of the values that a table knows. */
function knownShare(values: readonly unknown[], table: string): number {
	const known = new Set(Object.keys(sharedTables[table] ?? {}).map(looseKept));
	const sign = separatorIn(values);
	const told = values.flatMap((value) => textOf(value).split(sign ?? '\0'));
	return told.length === 0 ? 0 : told.filter((text) => known.has(looseKept(text))).length / told.length;
}

/** Without a column that is named for topics, the first one whose values are some: « Type », « Nature », « Activités ». */
export function adoptTopics(columns: Columns): void {
	if (columns.of('topics') !== undefined) return;
	const found = columns.unused().find((column) => knownShare(columns.cellsOf(column), 'thematiques') >= 0.3);
	if (found !== undefined) columns.take('topics', found);
}
