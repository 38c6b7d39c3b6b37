import { stringify } from 'csv-stringify/sync';
import { linesOf, type Table } from './table.ts';

/** UTF-8 with its mark and semicolons, as French spreadsheets expect; what would be read as a formula is quoted. */
export const writeCsv = (table: Table): Uint8Array<ArrayBuffer> =>
	new TextEncoder().encode(
		stringify(
			linesOf(table).map((line) => [...line]),
			{
				bom: true,
				delimiter: ';',
				record_delimiter: '\r\n',
				escape_formulas: true,
				cast: { number: (value) => String(value).replace('.', ',') },
			},
		),
	);
