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
	const parser = parse({
		delimiter: delimiterOf(head),
		info: true,
		max_record_size: longestRecord,
		relax_column_count: true,
		relax_quotes: true,
		skip_empty_lines: true,
	});
	pipeline(Readable.from(text), parser, () => {});
	const reading = new TableReading(file);
	try {
		for await (const { record, info } of parser as AsyncIterable<{
			record: string[];
			info: { lines: number };
		}>) {
			const row = reading.read(record, info.lines);
			if (row) yield row;
		}
	} catch (error) {
		throw explained(error, file, reading.nextLine);
	}
}

/** Names the cells of each record, and counts lines. */
class TableReading {
	/** Where the record to come starts. */
	nextLine = 1;
	private columns: readonly string[] | undefined;
	private readonly file: string;

	constructor(file: string) {
		this.file = file;
	}

	/** Undefined for the header, and for a line of empty cells. */
	read(record: readonly string[], lastLine: number): RawRow | undefined {
		const line = lastLine - record.reduce((lines, cell) => lines + lineEnds(cell), 0);
		this.check(record, line);
		this.nextLine = lastLine + 1;
		if (!this.columns) {
			this.columns = distinct(record.map((name) => name.trim()));
			return undefined;
		}
		if (record.every((cell) => cell.trim() === '')) return undefined;
		const values = Object.fromEntries(this.columns.map((name, rank) => [name, record[rank] ?? '']));
		const extraCells = record.slice(this.columns.length).filter((cell) => cell.trim() !== '').length;
		return extraCells > 0 ? { line, values, extraCells } : { line, values };
	}

	private check(record: readonly string[], line: number): void {
		const { file } = this;
		if (record.length > mostColumns)
			throw new Refusal(422, 'imports.file.too-many-columns', { file, most: mostColumns });
		if (record.some((cell) => cell.length > longestField))
			throw new Refusal(422, 'imports.file.field-too-long', { file, line });
	}
}

const lineEnds = (cell: string): number => cell.split('\n').length - 1;

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
