import { basename } from 'node:path';
import { Refusal } from '#lib/refusal.ts';
import type { RawRow } from '../formats/row.ts';
import { readTableRows } from './read-table-rows.ts';
import { readText } from './read-text.ts';

/**
 * The rows of a file, a table in CSV or a list in JSON as its content tells, never its name. One piece of the file
 * is in memory at a time.
 * @throws Refusal 422, perhaps after some rows, when the file cannot be opened or read to its end
 */
export async function* readRows(path: string): AsyncGenerator<RawRow> {
	const file = basename(path);
	const { head, text } = await peek(readText(path));
	let rows = 0;
	for await (const row of readTableRows(text, head, file)) {
		rows += 1;
		yield row;
	}
	if (rows === 0) throw new Refusal(422, 'imports.file.no-row', { file });
}

/** The beginning of a text, up to its first piece with something in it, and the whole of it. */
async function peek(pieces: AsyncGenerator<string>): Promise<{ head: string; text: AsyncGenerator<string> }> {
	let head = '';
	while (head.trim() === '') {
		const { done, value } = await pieces.next();
		if (done) break;
		head += value;
	}
	return { head, text: joined(head, pieces) };
}

async function* joined(head: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
	yield head;
	yield* rest;
}
