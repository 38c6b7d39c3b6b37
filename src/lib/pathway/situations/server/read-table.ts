import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RawRow } from '#lib/directory/formats/row.ts';
import { safeName } from '#lib/directory/importing/draft.ts';
import { readRows } from '#lib/directory/server/read-rows.ts';
import { Refusal } from '#lib/refusal.ts';
import {
	lineOf,
	mostBytes,
	mostCharacters,
	mostLines,
	type SituationTable,
	type TableLine,
} from '../table.ts';

export interface GivenTable {
	readonly name: string;
	readonly bytes: Uint8Array;
}

/**
 * The lines of a spreadsheet (CSV, XLSX or ODS), emptied of what looks like social security numbers.
 * @throws Refusal 413 past 2 MB, 422 past 500 lines or when it cannot be read as a table
 */
export async function readSituationTable({ name, bytes }: GivenTable): Promise<SituationTable> {
	if (bytes.length === 0) throw new Refusal(422, 'situations.no-file');
	if (bytes.length > mostBytes) throw new Refusal(413, 'situations.too-big');
	const folder = await mkdtemp(join(tmpdir(), 'passerelles-situations-'));
	try {
		const path = join(folder, safeName(name));
		await writeFile(path, bytes, { mode: 0o600 });
		return withoutEmptyColumns({ file: safeName(name), ...(await readLines(path)) });
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

async function readLines(path: string): Promise<Pick<SituationTable, 'columns' | 'lines'>> {
	let columns: readonly string[] | undefined;
	const onColumns = (names: readonly string[]) => {
		columns = names;
	};
	const lines: TableLine[] = [];
	let characters = 0;
	for await (const row of readRows(path, { onColumns })) {
		if (!columns) throw new Refusal(422, 'situations.not-a-table');
		if (lines.length === mostLines) throw new Refusal(422, 'situations.too-many-lines', { most: mostLines });
		const cells = cellsOf(row, columns);
		characters += cells.reduce((sum, cell) => sum + cell.length, 0);
		if (characters > mostCharacters) throw new Refusal(413, 'situations.too-big');
		lines.push(lineOf(row.line, cells, row.extraCells !== undefined));
	}
	return { columns: [...(columns ?? [])], lines };
}

const cellsOf = ({ values }: RawRow, columns: readonly string[]): string[] =>
	columns.map((name) => {
		const cell = values[name];
		return typeof cell === 'string' ? cell.replaceAll('\0', '') : '';
	});

/** Spreadsheets have columns that nobody named nor filled. */
function withoutEmptyColumns({ file, columns, lines }: SituationTable): SituationTable {
	const kept = columns.map(
		(name, rank) => !/^#\d+$/.test(name) || lines.some(({ cells }) => (cells[rank] ?? '') !== ''),
	);
	const keep = (texts: readonly string[]) => texts.filter((_, rank) => kept[rank]);
	return { file, columns: keep(columns), lines: lines.map((line) => ({ ...line, cells: keep(line.cells) })) };
}
