import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { Refusal } from '#lib/refusal.ts';
import type { RawRow } from '../formats/row.ts';

const longestField = 1_000_000;
const longestRecord = 4_000_000;
const mostColumns = 1000;
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
): AsyncGenerator<RawRow> {
	const reading = new TableReading(file);
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

/** Names the cells of each record, and counts lines. */
class TableReading {
	/** Where the record to come starts. */
	nextLine = 1;
	private columns: readonly string[] | undefined;
	/** The parser counts each end of line of Windows within quotes twice. */
	private countedTwice = 0;
	private readonly file: string;

	constructor(file: string) {
		this.file = file;
	}

	/** Undefined for the header, and for a line of empty cells. */
	read(record: readonly string[], linesCounted: number): RawRow | undefined {
		const within = record.filter((cell) => /[\r\n]/.test(cell));
		this.countedTwice += occurrences(within, /\r\n/g);
		const lastLine = linesCounted - this.countedTwice;
		const line = lastLine - occurrences(within, /\r\n|\n|\r/g);
		this.check(record, line);
		this.nextLine = lastLine + 1;
		if (!this.columns) {
			this.columns = distinct(record.map((name) => name.trim()));
			return undefined;
		}
		if (record.every((cell) => cell.trim() === '')) return undefined;
		return { line, ...named(this.columns, record) };
	}

	private check(record: readonly string[], line: number): void {
		const { file } = this;
		if (record.length > mostColumns)
			throw new Refusal(422, 'imports.file.too-many-columns', { file, most: mostColumns });
		if (record.some((cell) => cell.length > longestField))
			throw new Refusal(422, 'imports.file.field-too-long', { file, line });
	}
}

const occurrences = (cells: readonly string[], sign: RegExp): number =>
	cells.reduce((count, cell) => count + (cell.match(sign)?.length ?? 0), 0);

function named(columns: readonly string[], record: readonly string[]): Omit<RawRow, 'line'> {
	const values = Object.fromEntries(columns.map((name, rank) => [name, record[rank] ?? '']));
	const extraCells = record.slice(columns.length).filter((cell) => cell.trim() !== '').length;
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
