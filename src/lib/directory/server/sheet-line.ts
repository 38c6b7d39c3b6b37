import type { RawRow } from '../formats/row.ts';
import type { ReadOptions } from './read-options.ts';
import { TableColumns } from './table-columns.ts';

/** A line of a sheet: its cells from the first column, as texts. */
export interface SheetLine {
	/** As the sheet counts it, from 1. */
	readonly line: number;
	readonly cells: readonly string[];
}

const furthestHeader = 20;

/** The rows of a sheet. Without a header told, its columns are named on the first line that names two: titles stand above. */
export async function* rowsOfSheet(
	lines: AsyncIterable<SheetLine>,
	file: string,
	{ header, onColumns }: ReadOptions,
): AsyncGenerator<RawRow> {
	const columns = new TableColumns(file, header, onColumns);
	let waiting: SheetLine[] | undefined = header === undefined ? [] : undefined;
	const read = function* (some: readonly SheetLine[]) {
		for (const { line, cells } of some) {
			const row = columns.read(cells, line);
			if (row) yield row;
		}
	};
	for await (const told of lines) {
		if (!waiting) yield* read([told]);
		else if (filled(told) > 1 || waiting.length > furthestHeader) {
			yield* read(filled(told) > 1 ? [told] : [...waiting, told]);
			waiting = undefined;
		} else waiting.push(told);
	}
	if (waiting) yield* read(waiting);
}

const filled = ({ cells }: SheetLine): number => cells.filter((cell) => cell.trim() !== '').length;
