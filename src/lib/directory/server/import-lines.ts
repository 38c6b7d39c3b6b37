import { basename } from 'node:path';
import type { Work } from '#lib/server/act.ts';
import { translate } from '#lib/texts/translator.ts';
import type { ParsedRow, Problem } from '../formats/row.ts';
import { type ImportReport as Imported, importDirectory } from './import-directory.ts';
import { openRejectedFile, type RejectedFile } from './rejected-file.ts';
import type { SourceLine } from './source-line.ts';

/** What came of the files of one source; every line counts once in `rows`. */
export interface ImportReport extends Omit<Imported, 'rejectedAtTheEnd'> {
	/** Lines that the mapping does not keep. */
	readonly passedOver: number;
	/** What deserves a look in a file as a whole: a column that is misspelt, or that no line has. */
	readonly notices: readonly Problem[];
	/** The lines left out, to be corrected and imported again; null when there is none, or when nothing is written. */
	readonly rejectedFile: string | null;
}

export interface LineOptions {
	/** Everything is done and counted, then undone; no file is written either. */
	readonly dryRun?: boolean;
	readonly onProgress?: (rows: number) => void;
}

/** Lines to be imported, that can be read more than once. */
export interface Lines {
	readonly name: string;
	readonly mapping?: string;
	readonly files: readonly string[];
	/** The file of rejected lines is written beside that one. */
	readonly beside: string;
	/** They do not tell all that their source has: nothing is gone for being absent. */
	readonly isPartial?: boolean;
	readonly read: (onNotice: (problem: Problem) => void) => AsyncIterable<SourceLine>;
}

/** Imports lines, counts them as their files do, and gives back those that could not enter. */
export async function importLines(
	work: Work,
	lines: Lines,
	{ dryRun = false, onProgress }: LineOptions,
): Promise<ImportReport> {
	const rejectedFile = openRejectedFile(lines.beside);
	const count = new Count(lines.files.length > 1);
	try {
		const { rejectedAtTheEnd, ...imported } = await importDirectory(
			work,
			lines.name,
			entriesOf(lines, count, rejectedFile),
			{
				dryRun,
				...(onProgress ? { onProgress: () => onProgress(count.rows) } : {}),
				fileNames: lines.files.map((file) => basename(file)),
				isPartial: () => lines.isPartial === true || count.isPartial,
				...(lines.mapping === undefined ? {} : { mapping: lines.mapping }),
			},
		);
		const late = await addLate(lines, rejectedAtTheEnd, count, rejectedFile);
		return {
			...imported,
			rows: count.rows,
			passedOver: count.passedOver,
			rejectedLines: count.rejected.size,
			rejected: imported.rejected.map((problem) => late.get(problem) ?? problem),
			notices: count.notices,
			rejectedFile: dryRun ? null : await rejectedFile.close(),
		};
	} finally {
		await rejectedFile.discard();
	}
}

/** What the lines read so far amount to. */
class Count {
	rows = 0;
	passedOver = 0;
	/** They come from a file of rejected lines: it does not tell all. */
	isPartial = false;
	/** Ranks of the lines left out. */
	readonly rejected = new Set<number>();
	readonly notices: Problem[] = [];
	private readonly namesFiles: boolean;

	constructor(namesFiles: boolean) {
		this.namesFiles = namesFiles;
	}

	/** A problem with its file, when there are several. */
	placed = (problem: Problem, path: string): Problem =>
		this.namesFiles ? { ...problem, file: basename(path) } : problem;
}

async function* entriesOf(lines: Lines, count: Count, rejectedFile: RejectedFile): AsyncGenerator<ParsedRow> {
	for await (const { row, path, parsed, kept } of lines.read((problem) => count.notices.push(problem))) {
		const rank = count.rows++;
		if (!kept) count.passedOver += 1;
		count.isPartial ||= Object.hasOwn(row.values, translate('imports.rejected.column'));
		const problems = parsed.flatMap((entry) => entry.problems);
		if (problems.length > 0) {
			count.rejected.add(rank);
			await rejectedFile.add(row, problems);
		}
		for (const entry of parsed)
			yield {
				...entry,
				problems: entry.problems.map((problem) => count.placed(problem, path)),
				warnings: entry.warnings.map((problem) => count.placed(problem, path)),
			};
	}
}

/** Lines found wrong once all were read are read a second time: they were not kept in memory. */
async function addLate(
	lines: Lines,
	problems: ReadonlyMap<number, Problem>,
	count: Count,
	rejectedFile: RejectedFile,
): Promise<ReadonlyMap<Problem, Problem>> {
	const placed = new Map<Problem, Problem>();
	if (problems.size === 0) return placed;
	let seq = 0;
	let rank = 0;
	for await (const { row, path, parsed } of lines.read(() => {})) {
		const late = parsed.flatMap(() => problems.get(seq++) ?? []);
		for (const problem of late) placed.set(problem, count.placed(problem, path));
		if (late.length > 0) {
			count.rejected.add(rank);
			await rejectedFile.add(row, late);
		}
		rank += 1;
		if (placed.size === problems.size) break;
	}
	return placed;
}
