import { basename } from 'node:path';
import { Refusal } from '#lib/refusal.ts';
import type { RawRow } from '../formats/row.ts';
import { isArchive } from './archive.ts';
import { areJsonLines, readJsonLines } from './read-json-lines.ts';
import { longestElement, readJsonRows } from './read-json-rows.ts';
import { readOds, sheetsOfOds } from './read-ods.ts';
import type { ReadOptions } from './read-options.ts';
import { readTableRows } from './read-table-rows.ts';
import { readText } from './read-text.ts';
import { readWorkbook, sheetsOfWorkbook } from './read-workbook.ts';
import { openZip, type Zip } from './read-zip.ts';
import { rowsOfLines } from './rows-of-lines.ts';

/**
 * The rows of a file: a table in CSV, a sheet of an XLSX or ODS workbook, a document in JSON or one JSON object a line,
 * as its content tells, never its name. One piece of the file is in memory at a time.
 * @throws Refusal 422, perhaps after some rows, when the file cannot be opened or read to its end
 */
export async function* readRows(path: string, options: ReadOptions = {}): AsyncGenerator<RawRow> {
	const file = basename(path);
	const rows = (await isArchive(path)) ? workbookRows(path, file, options) : textRows(path, file, options);
	let count = 0;
	for await (const row of rows) {
		count += 1;
		yield row;
	}
	if (count > 0) return;
	if (options.rows) throw new Refusal(422, 'mapping.file.no-list', { file, rows: options.rows });
	throw new Refusal(422, 'imports.file.no-row', { file });
}

async function* textRows(path: string, file: string, options: ReadOptions): AsyncGenerator<RawRow> {
	const { head, text } = await peek(readText(path));
	yield* rowsOf(head, text, file, options);
}

async function* workbookRows(path: string, file: string, options: ReadOptions): AsyncGenerator<RawRow> {
	const zip = await openZip(path, file);
	try {
		const lines = isOds(zip) ? readOds(zip, file, options.sheet) : readWorkbook(zip, file, options.sheet);
		yield* rowsOfLines(lines, file, options);
	} finally {
		await zip.close();
	}
}

/**
 * The names of the sheets of a workbook; none of what is not one.
 * @throws Refusal 422 when the workbook is broken or made to harm
 */
export async function sheetsIn(path: string): Promise<string[]> {
	if (!(await isArchive(path))) return [];
	const file = basename(path);
	const zip = await openZip(path, file);
	try {
		return await (isOds(zip) ? sheetsOfOds(zip, file) : sheetsOfWorkbook(zip, file));
	} finally {
		await zip.close();
	}
}

const isOds = ({ entries }: Zip): boolean => entries.some(({ name }) => name === 'content.xml');

function rowsOf(
	head: string,
	text: AsyncGenerator<string>,
	file: string,
	options: ReadOptions,
): AsyncGenerator<RawRow> {
	const start = head.trimStart();
	if (start.startsWith('<')) throw new Refusal(422, 'imports.file.web-page', { file });
	if (!/^[[{]/.test(start)) return readTableRows(text, head, file, options);
	return areJsonLines(head) ? readJsonLines(text, file) : readJsonRows(text, head, file, options.rows);
}

/** The beginning of a text, long enough to tell what it is, and the whole of it. */
async function peek(pieces: AsyncGenerator<string>): Promise<{ head: string; text: AsyncGenerator<string> }> {
	const seen: string[] = [];
	let head = '';
	while (!tellsItsFormat(head) && head.length < longestElement) {
		const { done, value } = await pieces.next();
		if (done) break;
		seen.push(value);
		head += value;
	}
	return { head, text: joined(seen, pieces) };
}

/** An object tells whether it is alone once the line it starts on has ended. */
function tellsItsFormat(head: string): boolean {
	const start = head.trimStart();
	return start !== '' && (!start.startsWith('{') || /\n\s*\S/.test(start));
}

async function* joined(seen: readonly string[], rest: AsyncGenerator<string>): AsyncGenerator<string> {
	yield* seen;
	yield* rest;
}
