import type { RawRow } from '../formats/row.ts';
import type { ReadOptions } from './read-options.ts';
import type { SheetLine } from './sheet-line.ts';
import { checkLine, TableColumns } from './table-columns.ts';
import { findHeader, linesLookedAt } from './table-header.ts';

/**
 * The rows of a table, from its lines: named by the line that `header` tells, else by the one that looks like names.
 * @throws Refusal 422 past a million characters in a cell or a thousand columns
 */
export async function* rowsOfLines(
	lines: AsyncIterable<SheetLine>,
	file: string,
	{ header, onColumns }: ReadOptions,
): AsyncGenerator<RawRow> {
	const first: SheetLine[] = [];
	let columns: TableColumns | undefined;
	const start = (): SheetLine[] => {
		const { names, next } =
			header === undefined
				? findHeader(first.map(({ cells }) => cells))
				: { names: first[0]?.cells ?? [], next: 1 };
		columns = new TableColumns(names);
		onColumns?.(columns.names);
		return first.slice(next);
	};
	const read = function* (some: readonly SheetLine[]) {
		for (const told of some) {
			const row = columns?.read(told);
			if (row) yield row;
		}
	};
	for await (const told of lines) {
		checkLine(told, file);
		if (columns) {
			const row = columns.read(told);
			if (row) yield row;
		} else if (header === undefined || told.line >= header) {
			first.push(told);
			if (first.length === (header === undefined ? linesLookedAt : 1)) yield* read(start());
		}
	}
	if (!columns && first.length > 0) yield* read(start());
}
