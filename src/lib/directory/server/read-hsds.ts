import { open, readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Refusal } from '#lib/refusal.ts';
import { translate } from '#lib/texts/translator.ts';
import { objectFromCells } from '../formats/hsds-cells.ts';
import { looksLikeHsds } from '../formats/hsds-kind.ts';
import { parseHsds } from '../formats/hsds-read.ts';
import type { ReadingContext } from '../formats/hsds-read-parts.ts';
import type { Problem, RawRow } from '../formats/row.ts';
import { isArchive } from './archive.ts';
import { areHsdsTables, readHsdsTables } from './read-hsds-tables.ts';
import { areJsonLines } from './read-json-lines.ts';
import { isRecord, longestElement } from './read-json-rows.ts';
import { readRows } from './read-rows.ts';
import type { SourceLine } from './source-line.ts';

/**
 * The objects of files of HSDS 3: a page of a list, a list, one object a line, one object alone, or the tables of a
 * package. HSDS files seldom tell all: what is closed says so (`defunct`), nothing is gone for being absent.
 * @throws Refusal 422, perhaps after some lines, when a file cannot be read to its end
 */
export async function* readHsdsFiles(
	files: readonly string[],
	context: ReadingContext,
	onNotice: (problem: Problem) => void = () => {},
): AsyncGenerator<SourceLine> {
	const short = new Map<string, boolean>();
	for await (const { path, row } of rowsOf(files)) {
		const parsed = parseHsds(row, context);
		if (parsed.some(({ service }) => service)) short.set(path, (short.get(path) ?? true) && isShort(row));
		yield { path, row, parsed, kept: parsed.length > 0 };
	}
	for (const [path, is] of short) if (is) onNotice(shortList(path));
}

/** A list without its related lists tells neither addresses nor telephones: they would be taken from what is there. */
const isShort = ({ values }: RawRow): boolean => !Object.values(values).some(Array.isArray);

const shortList = (path: string): Problem => ({
	line: 1,
	field: '',
	value: '',
	problem: translate('api.hsds.short-list'),
	file: basename(path),
});

async function* rowsOf(files: readonly string[]): AsyncGenerator<{ path: string; row: RawRow }> {
	if (await areHsdsTables(files)) {
		for (const row of await readHsdsTables(files)) yield { path: files[0] ?? '', row };
		return;
	}
	for (const path of files) for await (const row of readHsdsRows(path)) yield { path, row };
}

/** Whether the first object of a file is one of HSDS, or the file an archive of its tables. */
export async function isHsdsFile(path: string): Promise<boolean> {
	if (await areHsdsTables([path])) return isArchive(path);
	for await (const { values } of readHsdsRows(path)) return looksLikeHsds(values);
	return false;
}

async function* readHsdsRows(path: string): AsyncGenerator<RawRow> {
	const head = await headOf(path);
	if (!/^[[{]/.test(head))
		for await (const row of readRows(path)) yield { ...row, values: objectFromCells(row.values) };
	else if (head.startsWith('[') || areJsonLines(head)) yield* readRows(path);
	else if (isPage(head)) yield* readRows(path, { rows: 'contents' });
	else yield { line: 1, values: await readObject(path) };
}

/** The members of a page come before its list, and have no identifier. */
const isPage = (head: string): boolean => /^[^[]*"contents"\s*:\s*\[/.test(head);

const headLength = 1_048_576;

async function headOf(path: string): Promise<string> {
	const file = await open(path).catch(() => undefined);
	if (!file) return '';
	try {
		const { buffer, bytesRead } = await file.read(Buffer.alloc(headLength), 0, headLength, 0);
		return buffer
			.toString('utf8', 0, bytesRead)
			.replace(/^\uFEFF/, '')
			.trimStart();
	} finally {
		await file.close();
	}
}

async function readObject(path: string): Promise<Record<string, unknown>> {
	const file = basename(path);
	if ((await stat(path)).size > longestElement)
		throw new Refusal(422, 'imports.file.element-too-long', { file, place: 'element', line: 1 });
	const text = await readFile(path, 'utf8');
	const value = parsed(text.replace(/^\uFEFF/, ''));
	if (isRecord(value)) return value;
	throw new Refusal(422, 'imports.file.malformed-json', { file, place: 'element', line: 1 });
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
