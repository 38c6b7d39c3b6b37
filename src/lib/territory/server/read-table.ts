import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { CsvError, parse } from 'csv-parse';
import { Refusal } from '#lib/refusal.ts';
import type { TextKey } from '#lib/texts/catalogue.ts';
import { translate } from '#lib/texts/translator.ts';

/** What is wrong with one field of one line, in a sentence. Lines are counted from 1, the header included. */
export interface Problem {
	line: number;
	field: string;
	value: string;
	problem: string;
}

/** What came of a file of territories: every line counts once. */
export interface TableReport {
	rows: number;
	added: number;
	changed: number;
	unchanged: number;
	rejected: Problem[];
}

export interface Line<Column extends string> {
	readonly line: number;
	readonly cell: (column: Column) => string;
}

/**
 * Reads a CSV file of INSEE's line by line (comma or semicolon, with or without a byte order mark), never the whole
 * file at once. `columnsOf` names the columns needed, from those of the header.
 * @throws Refusal 422 when the file cannot be read, is not UTF-8 or lacks a column
 */
export async function* readTable<Column extends string>(
	path: string,
	columnsOf: (header: readonly string[]) => readonly Column[],
): AsyncGenerator<Line<Column>> {
	const file = basename(path);
	const parser = parse({
		bom: true,
		delimiter: [',', ';'],
		info: true,
		relax_column_count: true,
		max_record_size: 1e5,
		skip_empty_lines: true,
	});
	const source = createReadStream(path);
	source.on('error', (error) => parser.destroy(error));
	let at: ReadonlyMap<string, number> | undefined;
	try {
		for await (const { record, info } of source.pipe(parser) as AsyncIterable<{
			record: string[];
			info: { lines: number };
		}>) {
			if (record.some((value) => value.includes('\uFFFD')))
				throw new Refusal(422, 'territory.file-encoding', { file });
			if (!at) at = positions(file, record, columnsOf(record));
			else {
				const places = at;
				yield { line: info.lines, cell: (column) => record[places.get(column) ?? -1]?.trim() ?? '' };
			}
		}
	} catch (error) {
		throw explained(error, file);
	}
	if (!at) throw new Refusal(422, 'territory.file-empty', { file });
}

function positions(file: string, header: readonly string[], columns: readonly string[]): Map<string, number> {
	const missing = columns.filter((column) => !header.includes(column));
	if (missing.length > 0)
		throw new Refusal(422, 'territory.file-columns', {
			file,
			count: missing.length,
			columns: missing.join(', '),
		});
	return new Map(columns.map((column) => [column, header.indexOf(column)]));
}

function explained(error: unknown, file: string): unknown {
	if (error instanceof CsvError)
		return new Refusal(422, 'territory.file-malformed', { file, line: Number(error.lines ?? 0) });
	if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
		return new Refusal(422, 'territory.file-missing', { file });
	if (error instanceof Error && 'code' in error && error.code === 'EISDIR')
		return new Refusal(422, 'territory.file-missing', { file });
	return error;
}

export const problemIn = (line: number, field: string, value: string, problem: TextKey): Problem => ({
	line,
	field,
	value: value.slice(0, 200),
	problem: translate(problem),
});

/** How many problems a report tells in full; a hopeless file must not fill the memory. */
export const mostProblems = 100_000;
