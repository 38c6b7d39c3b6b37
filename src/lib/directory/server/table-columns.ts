import { Refusal } from '#lib/refusal.ts';
import type { RawRow } from '../formats/row.ts';
import type { SheetLine } from './sheet-line.ts';

/** In characters. */
export const longestField = 1_000_000;
export const mostColumns = 1000;

/** Names the cells of each line of a table. */
export class TableColumns {
	private readonly columns: readonly string[];

	constructor(names: readonly string[]) {
		this.columns = distinct(names.map((name) => name.replace(/\s+/g, ' ').trim()));
	}

	get names(): readonly string[] {
		return this.columns;
	}

	/** Undefined for a line of empty cells. */
	read({ line, cells }: SheetLine): RawRow | undefined {
		return cells.every(isBlank) ? undefined : { line, ...named(this.columns, cells) };
	}
}

/** @throws Refusal 422 past a million characters in a cell or a thousand columns */
export function checkLine({ line, cells }: SheetLine, file: string): void {
	if (cells.length > mostColumns)
		throw new Refusal(422, 'imports.file.too-many-columns', { file, most: mostColumns });
	if (cells.some((cell) => cell.length > longestField))
		throw new Refusal(422, 'imports.file.field-too-long', { file, line });
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
