import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Refusal } from '#lib/refusal.ts';
import { objectsFromTables, type TableName, type Tables, tableNamed } from '../formats/hsds-tables.ts';
import type { RawRow } from '../formats/row.ts';
import { isArchive } from './archive.ts';
import { readRows } from './read-rows.ts';
import { openZip } from './read-zip.ts';

/** Whether files are the tables of a package of HSDS, or an archive of them. */
export async function areHsdsTables(paths: readonly string[]): Promise<boolean> {
	const names = await Promise.all(paths.map(namesIn));
	return names
		.flat()
		.some((name) => ['services', 'organizations'].includes(tableNamed(basename(name)) ?? ''));
}

async function namesIn(path: string): Promise<string[]> {
	if (!(await isArchive(path))) return /\.csv$/i.test(path) ? [path] : [];
	const zip = await openZip(path, basename(path));
	await zip.close();
	return zip.entries.map(({ name }) => name).filter((name) => /\.csv$/i.test(name));
}

/**
 * The objects that the tables of a package tell together: the package is in memory while it is put together.
 * @throws Refusal 422 when a file cannot be read to its end
 */
export async function readHsdsTables(paths: readonly string[]): Promise<RawRow[]> {
	const folder = await mkdtemp(join(tmpdir(), 'hsds-'));
	try {
		const files: string[] = [];
		for (const path of paths) files.push(...((await isArchive(path)) ? await unpack(path, folder) : [path]));
		return objectsFromTables(await readTables(files));
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/** Of all tables together: beyond, they would not hold in memory. */
const mostRows = 2_000_000;

async function readTables(files: readonly string[]): Promise<Tables> {
	const tables: Partial<Record<TableName, RawRow[]>> = {};
	let count = 0;
	for (const file of files) {
		const name = tableNamed(basename(file));
		if (!name) continue;
		const rows: RawRow[] = [];
		for await (const row of rowsOrNone(file)) {
			count += 1;
			if (count > mostRows)
				throw new Refusal(422, 'api.hsds.too-many-rows', { file: basename(file), most: mostRows });
			rows.push(row);
		}
		tables[name] = rows;
	}
	return tables;
}

/** A package tells all its tables, those without a row too. */
async function* rowsOrNone(file: string): AsyncGenerator<RawRow> {
	try {
		yield* readRows(file);
	} catch (error) {
		if (!(error instanceof Refusal && error.reason === 'imports.file.no-row')) throw error;
	}
}

/** Only known names, under those names: what an archive calls its files leads nowhere else. */
async function unpack(path: string, folder: string): Promise<string[]> {
	const zip = await openZip(path, basename(path));
	const files: string[] = [];
	try {
		for (const entry of zip.entries) {
			const name = /\.csv$/i.test(entry.name) ? tableNamed(basename(entry.name)) : undefined;
			if (!name) continue;
			const file = join(folder, `${name}.csv`);
			await pipeline(Readable.from(zip.read(entry)), createWriteStream(file));
			files.push(file);
		}
		return files;
	} finally {
		await zip.close();
	}
}
