import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { Work } from '#lib/server/act.ts';
import { translate } from '#lib/texts/translator.ts';
import { parseDataInclusion } from '../formats/data-inclusion.ts';
import { parseFranceServices } from '../formats/france-services.ts';
import type { ParsedRow, Problem, RawRow } from '../formats/row.ts';
import { type ImportReport as Imported, importDirectory } from './import-directory.ts';
import { readRows } from './read-rows.ts';
import { openRejectedFile, type RejectedFile } from './rejected-file.ts';

export const sources = ['data-inclusion', 'france-services'] as const;
export type Source = (typeof sources)[number];

/** What came of the files of one source; every line counts once. */
export interface ImportReport extends Omit<Imported, 'rejectedAtTheEnd' | 'rejectedLines'> {
	/** The lines left out, to be corrected and imported again; null when there is none. */
	readonly rejectedFile: string | null;
}

export interface SourceOptions {
	readonly dryRun?: boolean;
	readonly onProgress?: (rows: number) => void;
	readonly now?: Date;
}

/**
 * Imports the files of a source. Lines that are right enter; the others come back in a file beside the first one, with
 * one column added, that can be imported in its turn: as it does not tell all, it makes nothing gone. As the operator.
 * @throws Refusal 422 when a file cannot be read to its end: nothing has changed then
 */
export async function importSource(
	work: Work,
	source: Source,
	files: readonly string[],
	{ now = new Date(), ...options }: SourceOptions = {},
): Promise<ImportReport> {
	const rejectedFile = openRejectedFile(await writableBeside(files[0] ?? source));
	let partial = false;
	async function* lines(): AsyncGenerator<ParsedRow> {
		for (const file of files) {
			const parse = parserOf(source, await dayOf(file, now), dayInParis(now));
			for await (const row of readRows(file)) {
				partial ||= Object.hasOwn(row.values, translate('imports.rejected.column'));
				const parsed = parse(row);
				if (parsed.problems.length > 0) await rejectedFile.add(row, parsed.problems);
				yield parsed;
			}
		}
	}
	try {
		const fileNames = files.map((file) => basename(file));
		const {
			rejectedAtTheEnd,
			rejectedLines: _,
			...report
		} = await importDirectory(work, source, lines(), {
			...options,
			fileNames,
			isPartial: () => partial,
		});
		await addLines(rejectedFile, files, rejectedAtTheEnd);
		return { ...report, source, rejectedFile: await rejectedFile.close() };
	} catch (error) {
		await rejectedFile.discard();
		throw error;
	}
}

/** Beside the source when its folder can be written in, else in the folder where the command was called. */
const writableBeside = (file: string): Promise<string> =>
	access(dirname(file), constants.W_OK).then(
		() => file,
		() => basename(file),
	);

function parserOf(source: Source, fileDate: string, today: string): (row: RawRow) => ParsedRow {
	switch (source) {
		case 'data-inclusion':
			return (row) => parseDataInclusion(row, { today });
		case 'france-services':
			return (row) => parseFranceServices(row, { fileDate });
	}
}

/** Lines found wrong once all were read are read a second time: they were not kept in memory. */
async function addLines(
	rejectedFile: RejectedFile,
	files: readonly string[],
	problems: ReadonlyMap<number, Problem>,
): Promise<void> {
	let left = problems.size;
	let seq = 0;
	for (const file of files) {
		if (left === 0) return;
		for await (const row of readRows(file)) {
			const problem = problems.get(seq++);
			if (!problem) continue;
			await rejectedFile.add(row, [problem]);
			if (--left === 0) break;
		}
	}
}

/** The day a file was published: in its name (`…_20240801.csv`), else when it was last written; never to come. */
async function dayOf(file: string, now: Date): Promise<string> {
	const [, year, month, day] =
		/(20\d\d)-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])(?!\d)/.exec(basename(file)) ?? [];
	const told = year && `${year}-${month}-${day}`;
	const written = await stat(file).then(
		({ mtime }) => mtime,
		() => now,
	); // a file that is not there is told by its reader
	const today = dayInParis(now);
	const found = told ?? dayInParis(written);
	return [found, today].sort()[0] ?? today;
}

const dayInParis = (instant: Date): string =>
	new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(instant);
