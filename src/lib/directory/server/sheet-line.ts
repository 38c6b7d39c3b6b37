/** A line of a table: its cells from the first column, as texts. */
export interface SheetLine {
	/** As its file counts it, from 1. */
	readonly line: number;
	readonly cells: readonly string[];
}
