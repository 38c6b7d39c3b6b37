import { stringify } from 'csv-stringify/sync';

type Row = Readonly<Record<string, unknown>>;

/**
 * Lines of a table: UTF-8, commas, RFC 4180. What a spreadsheet would take for a formula bears a quote before it; our
 * reader takes exactly one such quote away, so nothing is lost.
 */
export const csvLines = (
	columns: readonly string[],
	rows: readonly Row[],
	{ lists = 'commas' }: { readonly lists?: 'commas' | 'json' } = {},
): string =>
	stringify(
		rows.map((row) => columns.map((column) => guarded(cellOf(row[column], lists)))),
		{ record_delimiter: '\r\n', quoted_match: /[\r\n]/ },
	);

/** A list of codes is told with commas, unless lists are JSON; whatever is nested is JSON. */
function cellOf(value: unknown, lists: 'commas' | 'json'): string {
	if (value === null || value === undefined) return '';
	if (
		lists === 'commas' &&
		Array.isArray(value) &&
		value.every((item) => typeof item === 'string' && /^[\w-]+$/.test(item))
	)
		return value.join(',');
	return typeof value === 'object' ? plainJson(value) : String(value);
}

/** Whoever reads a table may take rare characters away: within JSON they are told by their number. */
const plainJson = (value: object): string =>
	JSON.stringify(value).replaceAll(
		/[\u007f-\u009f\u2028\u2029\ufeff]/g,
		(character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);

/** A number, were it negative, is no formula. */
const guarded = (cell: string): string =>
	/^'*[=+\-@\t\r＝＋－＠]/.test(cell) && !/^-\d+(?:\.\d+)?(?:e[+-]?\d+)?$/.test(cell) ? `'${cell}` : cell;
