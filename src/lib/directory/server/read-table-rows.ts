import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { Refusal } from '#lib/refusal.ts';
import type { RawRow } from '../formats/row.ts';
import type { ReadOptions } from './read-options.ts';
import { TableColumns } from './table-columns.ts';

const longestRecord = 4_000_000;
const delimiters = [',', ';', '\t'] as const;

/**
 * The lines of a table in CSV, its separator found on the first line, that gives the names of the columns.
 * `head` is the beginning of the text, that `text` tells again.
 * @throws Refusal 422 when a quote stays open, or past a million characters in a cell or a thousand columns
 */
export async function* readTableRows(
	text: AsyncIterable<string>,
	head: string,
	file: string,
	options: ReadOptions = {},
): AsyncGenerator<RawRow> {
	const reading = new TableReading(new TableColumns(file, options.header, options.onColumns));
	const parser = parse({
		delimiter: delimiterOf(head),
		max_record_size: longestRecord,
		on_record: (record, { lines }) => reading.read(record, lines) as never, // its types want a list again
		relax_column_count: true,
		relax_quotes: true,
		skip_empty_lines: true,
	});
	pipeline(Readable.from(text), parser, () => {});
	try {
		for await (const row of parser as AsyncIterable<RawRow>) yield row;
	} catch (error) {
		throw explained(error, file, reading.nextLine);
	}
}

/** Counts lines, whatever the ends of lines within cells. */
class TableReading {
	/** Where the record to come starts. */
	nextLine = 1;
	private readonly columns: TableColumns;
	/** The parser counts each end of line of Windows within quotes twice. */
	private countedTwice = 0;

	constructor(columns: TableColumns) {
		this.columns = columns;
	}

	read(record: readonly string[], linesCounted: number): RawRow | undefined {
		const within = record.filter((cell) => /[\r\n]/.test(cell));
		this.countedTwice += occurrences(within, /\r\n/g);
		const lastLine = linesCounted - this.countedTwice;
		const line = lastLine - occurrences(within, /\r\n|\n|\r/g);
		const row = this.columns.read(record, line);
		this.nextLine = lastLine + 1;
		return row;
	}
}

const occurrences = (cells: readonly string[], sign: RegExp): number =>
	cells.reduce((count, cell) => count + (cell.match(sign)?.length ?? 0), 0);

/** The sign that cuts the first line most often, outside quotes. */
function delimiterOf(head: string): string {
	const [first = ''] = head
		.trimStart()
		.replace(/"[^"]*"/g, '')
		.split(/\r\n|\n|\r/, 1);
	const counts = delimiters.map((sign) => first.split(sign).length - 1);
	return delimiters[counts.indexOf(Math.max(...counts))] ?? ',';
}

function explained(error: unknown, file: string, line: number): unknown {
	if (!(error instanceof CsvError)) return error;
	if (error.code === 'CSV_MAX_RECORD_SIZE')
		return new Refusal(422, 'imports.file.field-too-long', { file, line });
	if (error.code === 'CSV_QUOTE_NOT_CLOSED')
		return new Refusal(422, 'imports.file.unclosed-quote', { file, line });
	return new Refusal(422, 'imports.file.malformed-table', { file, line });
}
