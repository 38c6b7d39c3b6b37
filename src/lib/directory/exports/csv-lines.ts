import { stringify } from 'csv-stringify/sync';

type Row = Readonly<Record<string, unknown>>;

/**
 * Lines of a table: UTF-8, commas, RFC 4180. What a spreadsheet would take for a formula bears a quote before it; our
 * reader takes exactly one such quote away, so nothing is lost.
 */
export const csvLines = (columns: readonly string[], rows: readonly Row[]): string =>
	stringify(
		rows.map((row) => columns.map((column) => guarded(cellOf(row[column])))),
		{ record_delimiter: '\r\n' },
	);

/** A list of codes is told with commas, whatever is nested as JSON. */
function cellOf(value: unknown): string {
	if (value === null || value === undefined) return '';
	if (Array.isArray(value) && value.every((item) => typeof item === 'string' && /^[\w-]+$/.test(item)))
		return value.join(',');
	return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** A number, were it negative, is no formula. */
const guarded = (cell: string): string =>
	/^'*[=+\-@\t\r＝＋－＠]/.test(cell) && !/^-\d+(?:\.\d+)?(?:e[+-]?\d+)?$/.test(cell) ? `'${cell}` : cell;
