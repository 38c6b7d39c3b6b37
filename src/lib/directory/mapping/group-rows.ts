import type { RawRow } from '../formats/row.ts';
import { loose } from './loose.ts';
import { isNothing, RowView } from './row-view.ts';
import { listOf, textOf } from './text.ts';

/** What the rows of one group share; empty when they share nothing: such a row is alone. */
export function groupKey(columns: readonly string[], values: RawRow['values']): string {
	const row = new RowView(values);
	const texts = columns.map((column) => textOf(row.find(column)?.value)).map((text) => loose(text) || text);
	return texts.every((text) => text === '') ? '' : texts.join('\u0000');
}

/** Puts together rows that come one by one; a group is held until its last row, so that a sorted file takes no memory. */
export class RowGroups {
	private readonly columns: readonly string[];
	private readonly left: Map<string, number>;
	private readonly open = new Map<string, RawRow[]>();
	/** Cells held. */
	cells = 0;

	/** `counts`: how many rows each group has; it is used up. */
	constructor(columns: readonly string[], counts: Map<string, number>) {
		this.columns = columns;
		this.left = counts;
	}

	/** The whole group, when this row is its last; undefined before. */
	take(row: RawRow): RawRow | undefined {
		const key = groupKey(this.columns, row.values);
		const left = (this.left.get(key) ?? 1) - 1;
		const rows = [...(this.open.get(key) ?? []), row];
		if (key !== '' && left > 0) {
			this.left.set(key, left);
			this.open.set(key, rows);
			this.cells += Object.keys(row.values).length;
			return undefined;
		}
		this.open.delete(key);
		this.left.delete(key);
		for (const held of rows.slice(0, -1)) this.cells -= Object.keys(held.values).length;
		return together(rows);
	}
}

export function countGroup(counts: Map<string, number>, columns: readonly string[], row: RawRow): void {
	const key = groupKey(columns, row.values);
	if (key !== '') counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** The groups of some rows at hand. */
export function groupedRows(rows: readonly RawRow[], columns: readonly string[]): RawRow[] {
	const counts = new Map<string, number>();
	for (const row of rows) countGroup(counts, columns, row);
	const groups = new RowGroups(columns, counts);
	return rows.flatMap((row) => groups.take(row) ?? []);
}

/** One row for several: where they differ, a column holds the list of what they say. */
function together([first, ...others]: readonly RawRow[]): RawRow | undefined {
	if (!first || others.length === 0) return first;
	const rows = [first, ...others];
	const columns = [...new Set(rows.flatMap(({ values }) => Object.keys(values)))];
	const values = columns.map((column) => [column, distinct(rows.map((row) => row.values[column]))] as const);
	const extraCells = Math.max(...rows.map((row) => row.extraCells ?? 0));
	return { line: first.line, values: Object.fromEntries(values), ...(extraCells > 0 && { extraCells }) };
}

function distinct(cells: readonly unknown[]): unknown {
	const found = new Map(
		cells
			.flatMap(listOf)
			.filter((cell) => !isNothing(cell))
			.map((cell) => [textOf(cell), cell]),
	);
	const [only, ...others] = found.values();
	return others.length > 0 ? [...found.values()] : (only ?? '');
}
