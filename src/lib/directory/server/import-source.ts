import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { Work } from '#lib/server/act.ts';
import { parseDataInclusion } from '../formats/data-inclusion.ts';
import { parseFranceServices } from '../formats/france-services.ts';
import type { ParsedRow, Problem, RawRow } from '../formats/row.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { assignFiles } from '../mapping/server/assign-files.ts';
import { openMapping } from '../mapping/server/open-mapping.ts';
import { readMapped } from '../mapping/server/read-mapped.ts';
import { dayInParis, dayOf } from './file-day.ts';
import { type ImportReport, importLines, type LineOptions } from './import-lines.ts';
import { MisspeltColumns } from './misspelt-columns.ts';
import { readHsdsFiles } from './read-hsds.ts';
import { readRows } from './read-rows.ts';
import type { SourceLine } from './source-line.ts';

export type { ImportReport } from './import-lines.ts';

const builtIn = ['data-inclusion', 'france-services', 'hsds'] as const;
type BuiltIn = (typeof builtIn)[number];
/** Sources that a mapping of the product reads. */
const shipped = ['data-inclusion-v0'] as const;
export const sources = [...builtIn, ...shipped] as const;
export type Source = (typeof sources)[number];

export interface SourceOptions extends LineOptions {
	readonly now?: Date;
	/** Name of the source of entries that do not tell their own: HSDS does not ask for it. */
	readonly as?: string;
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
	options: SourceOptions = {},
): Promise<ImportReport> {
	if (source === 'data-inclusion-v0') return importMapped(work, await openMapping(source), files, options);
	const { now = new Date(), as = source } = options;
	const isHsds = source === 'hsds';
	return importLines(
		work,
		{
			name: as,
			files,
			beside: await writableBeside(files[0] ?? source),
			isPartial: isHsds,
			read: (onNotice) =>
				isHsds
					? readHsdsFiles(files, { source: as, today: dayInParis(now) }, onNotice)
					: readSource(source, files, now, onNotice),
		},
		options,
	);
}

/**
 * Imports files of any shape by a mapping; `files` may say which is which as `alias=path`. As the operator.
 * @throws Refusal 422 when a file cannot be read to its end, or lacks what the mapping asks for: nothing has changed then
 */
export async function importMapped(
	work: Work,
	mapping: Mapping,
	files: readonly string[],
	options: SourceOptions = {},
): Promise<ImportReport> {
	const { now = new Date() } = options;
	const assigned = await assignFiles(mapping, files);
	const paths = [...new Set([...assigned.values()].flat())];
	return importLines(
		work,
		{
			name: mapping.source,
			mapping: mapping.name,
			files: paths,
			beside: await writableBeside(paths[0] ?? mapping.source),
			read: (onNotice) => readMapped(mapping, assigned, { now, today: dayInParis(now), onNotice }),
		},
		options,
	);
}

/** Beside the source when its folder can be written in, else in the folder where the command was called. */
const writableBeside = (file: string): Promise<string> =>
	access(dirname(file), constants.W_OK).then(
		() => file,
		() => basename(file),
	);

async function* readSource(
	source: Exclude<BuiltIn, 'hsds'>,
	files: readonly string[],
	now: Date,
	onNotice: (problem: Problem) => void,
): AsyncGenerator<SourceLine> {
	for (const path of files) {
		const parse = parserOf(source, await dayOf(path, now), dayInParis(now));
		const columns = new MisspeltColumns(source);
		for await (const row of readRows(path)) {
			columns.see(row.values);
			yield { path, row, parsed: [parse(row)], kept: true };
		}
		for (const notice of columns.notices()) onNotice({ ...notice, file: basename(path) });
	}
}

function parserOf(
	source: Exclude<BuiltIn, 'hsds'>,
	fileDate: string,
	today: string,
): (row: RawRow) => ParsedRow {
	switch (source) {
		case 'data-inclusion':
			return (row) => parseDataInclusion(row, { today });
		case 'france-services':
			return (row) => parseFranceServices(row, { fileDate });
	}
}
