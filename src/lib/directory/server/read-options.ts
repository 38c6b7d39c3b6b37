/** Where the rows of a file are, when it does not go without saying. */
export interface ReadOptions {
	/** Path of the list in a JSON document: `data.items`. */
	readonly rows?: string | undefined;
	/** Name of the sheet in a workbook. */
	readonly sheet?: string | undefined;
	/** Line of the columns' names in a table, from 1. */
	readonly header?: number | undefined;
	/** Told the columns of a table, before its first row. */
	readonly onColumns?: ((columns: readonly string[]) => void) | undefined;
}
