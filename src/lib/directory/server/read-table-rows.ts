import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { Refusal } from '#lib/refusal.ts';
import type { RawRow } from '../formats/row.ts';
import type { ReadOptions } from './read-options.ts';
import { rowsOfLines } from './rows-of-lines.ts';
import type { SheetLine } from './sheet-line.ts';
import { mostColumns } from './table-columns.ts';
import { linesLookedAt } from './table-header.ts';

const longestRecord = 4_000_000;
const delimiters = [',', ';', '\t', '|'] as const;

/**
 * The lines of a table in CSV, its separator found on its first lines, one of which gives the names of the columns.
 * `head` is the beginning of the text, that `text` tells again.
 * @throws Refusal 422 when a quote stays open, or past a million characters in a cell or a thousand columns
 */
export async function* readTableRows(
	text: AsyncIterable<string>,
	head: string,
	file: string,
	options: ReadOptions = {},
): AsyncGenerator<RawRow> {
	const reading = new TableReading();
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
		yield* rowsOfLines(parser as AsyncIterable<SheetLine>, file, options);
	} catch (error) {
		throw explained(error, file, reading.nextLine);
	}
}

/** Counts lines, whatever the ends of lines within cells. */
class TableReading {
	/** Where the record to come starts. */
	nextLine = 1;
	/** The parser counts each end of line of Windows within quotes twice. */
	private countedTwice = 0;

	read(record: readonly string[], linesCounted: number): SheetLine {
		const within = record.filter((cell) => /[\r\n]/.test(cell));
		this.countedTwice += occurrences(within, /\r\n/g);
		const lastLine = linesCounted - this.countedTwice;
		const line = lastLine - occurrences(within, /\r\n|\n|\r/g);
		this.nextLine = lastLine + 1;
		return { line, cells: record };
	}
}

const occurrences = (cells: readonly string[], sign: RegExp): number =>
	cells.reduce((count, cell) => count + (cell.match(sign)?.length ?? 0), 0);

/** The sign that cuts the first lines in the same number of cells most often, outside quotes; then in most cells. */
function delimiterOf(head: string): string {
	const lines = head
		.trimStart()
		.replace(/"[^"]*"/g, '')
		.split(/\r\n|\n|\r/, linesLookedAt + 1)
		.slice(0, linesLookedAt)
		.filter((line) => line.trim() !== '');
	const [best] = delimiters
		.map((sign) => ({ sign, ...regularity(lines.map((line) => line.split(sign).length - 1)) }))
		.sort((one, other) => other.lines - one.lines || other.times - one.times);
	return best?.sign ?? ',';
}

/** How many lines have a sign the same number of times, and how many times that is. */
function regularity(counts: readonly number[]): { lines: number; times: number } {
	const found = [...new Set(counts)]
		.filter((times) => times > 0)
		.map((times) => ({ times, lines: counts.filter((count) => count === times).length }));
	return (
		found.sort((one, other) => other.lines - one.lines || other.times - one.times)[0] ?? {
			lines: 0,
			times: 0,
		}
	);
}

function explained(error: unknown, file: string, line: number): unknown {
	if (!(error instanceof CsvError)) return error;
	if (error.code === 'CSV_MAX_RECORD_SIZE' && typeof error.column === 'number' && error.column >= mostColumns)
		return new Refusal(422, 'imports.file.too-many-columns', { file, most: mostColumns });
	if (error.code === 'CSV_MAX_RECORD_SIZE')
		return new Refusal(422, 'imports.file.field-too-long', { file, line });
	if (error.code === 'CSV_QUOTE_NOT_CLOSED')
		return new Refusal(422, 'imports.file.unclosed-quote', { file, line });
	return new Refusal(422, 'imports.file.malformed-table', { file, line });
}
