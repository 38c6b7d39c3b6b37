import { createHash } from 'node:crypto';
import { constants, createReadStream, createWriteStream } from 'node:fs';
import { copyFile, stat } from 'node:fs/promises';
import { dirname, join, parse } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import { Refusal } from '#lib/refusal.ts';
import { translate } from '#lib/texts/translator.ts';
import type { Problem, RawRow } from '../formats/row.ts';
import { type Cells, WaitingLines } from './waiting-lines.ts';

/** Gathers the lines of a file that could not enter, to be corrected in a spreadsheet and imported again. */
export interface RejectedFile {
	add(row: RawRow, problems: readonly Problem[]): Promise<void>;
	/**
	 * Writes `NAME.rejets.csv` beside the source: its columns, then « Problème ». Returns the path, or null when
	 * every line could enter. A file of that name is never overwritten: someone may be correcting it.
	 * @throws Refusal 422 when the folder cannot be written in
	 */
	close(): Promise<string | null>;
	/** Lets go of everything; nothing is written beside the source. */
	discard(): Promise<void>;
}

export function openRejectedFile(sourcePath: string): RejectedFile {
	const waiting = new WaitingLines();
	return {
		add: (row, problems) => waiting.add({ ...flattened(row.values), [problemColumn()]: told(problems) }),
		close: async () => {
			if (waiting.isEmpty()) return null;
			try {
				const written = join(await waiting.settle(), 'rejets.csv');
				const table = stringify({ bom: true, delimiter: ';' });
				await pipeline(recordsOf(waiting), table, createWriteStream(written));
				return await placeBeside(sourcePath, written);
			} finally {
				await waiting.discard();
			}
		},
		discard: () => waiting.discard(),
	};
}

const problemColumn = (): string => translate('imports.rejected.column');

const told = (problems: readonly Problem[]): string =>
	problems
		.map(({ line, field, problem }) =>
			field
				? translate('imports.rejected.where', { line, field, problem })
				: translate('imports.rejected.line', { line, problem }),
		)
		.join('\n');

/** The header, then the lines: the columns of the source in their order, the problem last. */
async function* recordsOf(waiting: WaitingLines): AsyncGenerator<string[]> {
	const last = problemColumn();
	const columns = [...waiting.columns().filter((name) => name !== last), last];
	yield columns.map(harmless);
	for await (const cells of waiting.lines()) yield columns.map((name) => harmless(cells[name] ?? ''));
}

/** A spreadsheet runs what starts so; a plain number is no formula. */
function harmless(text: string): string {
	return /^[=+\-@\t\r]/.test(text) && !/^-\d+(?:[.,]\d+)?$/.test(text) ? `'${text}` : text;
}

/** An object within is told as `structure.nom`, a list as JSON. */
function flattened(values: RawRow['values'], prefix = ''): Cells {
	const cells: Record<string, string> = {};
	for (const [name, value] of Object.entries(values)) {
		if (isRecord(value)) Object.assign(cells, flattened(value, `${prefix}${name}.`));
		else cells[prefix + name] = cellOf(value);
	}
	return cells;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

function cellOf(value: unknown): string {
	if (value === null || value === undefined) return '';
	return typeof value === 'string' ? value.replaceAll('\0', '') : JSON.stringify(value);
}

/** Puts the file beside its source, under the first free name; the very same file already there serves. */
async function placeBeside(sourcePath: string, written: string): Promise<string> {
	const { dir, name } = parse(sourcePath);
	for (let rank = 1; ; rank++) {
		const path = join(dir, rank === 1 ? `${name}.rejets.csv` : `${name}.rejets-${rank}.csv`);
		if ((await copied(written, path)) || (await isSame(written, path))) return path;
	}
}

/** False when there is already a file of that name. */
async function copied(from: string, to: string): Promise<boolean> {
	try {
		await copyFile(from, to, constants.COPYFILE_EXCL);
		return true;
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
		throw new Refusal(422, 'imports.rejected.unwritable', { folder: dirname(to) });
	}
}

async function isSame(one: string, other: string): Promise<boolean> {
	const [size, otherSize] = await Promise.all([one, other].map(async (path) => (await stat(path)).size));
	return size === otherSize && (await digestOf(one)) === (await digestOf(other));
}

async function digestOf(path: string): Promise<string> {
	const hash = createHash('sha256');
	await pipeline(createReadStream(path), hash);
	return hash.digest('hex');
}
