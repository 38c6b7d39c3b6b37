/** A table ready to be written to a file: every row has a cell for each column. */
export interface Table {
	readonly name: string;
	readonly columns: readonly string[];
	readonly rows: readonly (readonly Cell[])[];
	/** A sentence under the rows; null when there is nothing to add. */
	readonly note: string | null;
}
export type Cell = string | number | null;

/** Text that an XML file can hold: escaped, without the control characters that XML 1.0 forbids. */
export const xmlText = (text: string): string =>
	text
		// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
		.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
		.toWellFormed()
		.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** The header, the rows, and the note as a last line of one cell. */
export const linesOf = ({ columns, rows, note }: Table): (readonly Cell[])[] => [
	columns,
	...rows,
	...(note === null ? [] : [[note]]),
];
