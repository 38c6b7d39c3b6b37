import { basename } from 'node:path';
import { Refusal } from '#lib/refusal.ts';
import type { RawRow } from '../../formats/row.ts';
import type { ReadOptions } from '../../server/read-options.ts';
import { readRows } from '../../server/read-rows.ts';
import { countGroup, RowGroups } from '../group-rows.ts';

/** A row as its file has it, and what is to be read there: its group, once it is whole. */
export interface GroupedRow {
	readonly row: RawRow;
	readonly group: RawRow | undefined;
}

const mostGroups = 3_000_000;
const mostCells = 20_000_000;

/**
 * The rows of a file, those that share some columns put together. The file is read twice: only groups whose rows are
 * still to come are held.
 * @throws Refusal 422 when the file cannot be read, or has too many groups to be held
 */
export async function* groupedRowsOf(
	path: string,
	columns: readonly string[],
	options: ReadOptions,
): AsyncGenerator<GroupedRow> {
	const counts = new Map<string, number>();
	const { onColumns: _, ...silent } = options;
	for await (const row of readRows(path, silent)) {
		countGroup(counts, columns, row);
		if (counts.size > mostGroups) throw tooMany(path);
	}
	const groups = new RowGroups(columns, counts);
	for await (const row of readRows(path, options)) {
		yield { row, group: groups.take(row) };
		if (groups.cells > mostCells) throw tooMany(path);
	}
}

const tooMany = (path: string) =>
	new Refusal(422, 'mapping.file.too-many-groups', { file: basename(path), most: mostCells });
