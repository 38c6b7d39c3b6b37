import { Refusal } from '#lib/refusal.ts';
import type { RawRow } from '../formats/row.ts';

/** In characters. */
export const longestField = 1_000_000;
const mostColumns = 1000;

/** Names the cells of each line of a table. */
export class TableColumns {
	private readonly file: string;
	private readonly header: number | undefined;
	private readonly onColumns: ((columns: readonly string[]) => void) | undefined;
	private columns: readonly string[] | undefined;

	/** `header` is the line of the names, from 1; the first one that is given when it is not told. */
	constructor(file: string, header?: number, onColumns?: (columns: readonly string[]) => void) {
		this.file = file;
		this.header = header;
		this.onColumns = onColumns;
	}

	/**
	 * Undefined for the names of the columns and what stands above, and for a line of empty cells.
	 * @throws Refusal 422 past a million characters in a cell or a thousand columns
	 */
	read(cells: readonly string[], line: number): RawRow | undefined {
		this.check(cells, line);
		if (this.columns) return cells.every(isBlank) ? undefined : { line, ...named(this.columns, cells) };
		if (this.header !== undefined && line < this.header) return undefined;
		this.columns = distinct(cells.map((name) => name.replace(/\s+/g, ' ').trim()));
		this.onColumns?.(this.columns);
		return undefined;
	}

	private check(cells: readonly string[], line: number): void {
		const { file } = this;
		if (cells.length > mostColumns)
			throw new Refusal(422, 'imports.file.too-many-columns', { file, most: mostColumns });
		if (cells.some((cell) => cell.length > longestField))
			throw new Refusal(422, 'imports.file.field-too-long', { file, line });
	}
}

const isBlank = (cell: string): boolean => cell.trim() === '';

function named(columns: readonly string[], cells: readonly string[]): Omit<RawRow, 'line'> {
	const values = Object.fromEntries(columns.map((name, rank) => [name, cells[rank] ?? '']));
	const extraCells = cells.slice(columns.length).filter((cell) => !isBlank(cell)).length;
	return extraCells > 0 ? { values, extraCells } : { values };
}

/** Columns without a name, or with one already taken, are told by their rank. */
function distinct(names: readonly string[]): string[] {
	const seen = new Set<string>();
	return names.map((name, rank) => {
		const own = name !== '' && !seen.has(name) ? name : `${name}#${rank + 1}`;
		seen.add(own);
		return own;
	});
}
