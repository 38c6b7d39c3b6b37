import { basename } from 'node:path';
import { Refusal } from '#lib/refusal.ts';
import type { RawRow } from '../formats/row.ts';
import { areJsonLines, readJsonLines } from './read-json-lines.ts';
import { longestElement, readJsonRows } from './read-json-rows.ts';
import { readTableRows } from './read-table-rows.ts';
import { readText } from './read-text.ts';

/**
 * The rows of a file: a table in CSV, a document in JSON or one JSON object a line, as its content tells, never its
 * name. One piece of the file is in memory at a time.
 * @throws Refusal 422, perhaps after some rows, when the file cannot be opened or read to its end
 */
export async function* readRows(path: string): AsyncGenerator<RawRow> {
	const file = basename(path);
	const { head, text } = await peek(readText(path));
	let rows = 0;
	for await (const row of rowsOf(head, text, file)) {
		rows += 1;
		yield row;
	}
	if (rows === 0) throw new Refusal(422, 'imports.file.no-row', { file });
}

function rowsOf(head: string, text: AsyncGenerator<string>, file: string): AsyncGenerator<RawRow> {
	const start = head.trimStart();
	if (start.startsWith('<')) throw new Refusal(422, 'imports.file.web-page', { file });
	if (!/^[[{]/.test(start)) return readTableRows(text, head, file);
	return areJsonLines(head) ? readJsonLines(text, file) : readJsonRows(text, head, file);
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
