import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Act, Work } from '#lib/server/act.ts';
import type { ParsedRow, Problem } from '../formats/row.ts';
import { openGazetteer } from './gazetteer.ts';
import { hideEntries } from './hide-entries.ts';
import { recordImportRun, signHistory } from './import-runs.ts';
import type { Join } from './locate-place.ts';
import {
	countLines,
	keepLast,
	markGone,
	markToldGone,
	mergeEntries,
	mergePlaces,
	prepareMerge,
	removeEmptyPlaces,
	setOrphansAside,
} from './merge-staged.ts';
import { Reading } from './reading.ts';
import { openStaging } from './staging.ts';

export interface ImportOptions {
	readonly fileNames: readonly string[];
	/** Everything is done and counted, then undone. */
	readonly dryRun?: boolean;
	readonly onProgress?: (rows: number) => void;
	/** Asked once all is read: the files are known not to tell all that their sources have, so nothing is gone. */
	readonly isPartial?: () => boolean;
	/** Name of the mapping that reads the files, if one does. */
	readonly mapping?: string;
}

export interface ImportReport {
	/** Of the row of `import_run`; what can be undone for a day. */
	readonly runId: string;
	readonly source: string;
	readonly rows: number;
	readonly added: number;
	readonly changed: number;
	readonly unchanged: number;
	readonly gone: number;
	/** Lines left out. */
	readonly rejectedLines: number;
	/** Problems of the lines left out, the first 100,000. */
	readonly rejected: readonly Problem[];
	/** Lines that could only be left out once all were read, by their rank from 0 among those of all files. */
	readonly rejectedAtTheEnd: ReadonlyMap<number, Problem>;
	/** What was corrected or is doubtful in lines that entered, the first 100,000: points left aside among them. */
	readonly warnings: readonly Problem[];
	/** How the lines joined the table of communes. */
	readonly joined: Readonly<Record<Join, number>>;
}

/**
 * Brings the directory up to date with what a source's files tell, in one transaction: a file that breaks changes
 * nothing. Entries are added, changed, left as they are, or marked gone when their source no longer tells them.
 * Lines are read by batches and wait in temporary tables: memory stays flat whatever the size.
 */
export async function importDirectory(
	work: Work,
	source: string,
	lines: AsyncIterable<ParsedRow> | Iterable<ParsedRow>,
	options: ImportOptions,
): Promise<ImportReport> {
	let report: ImportReport | undefined;
	try {
		return await work(async (act) => {
			report = await run(act, source, lines, options);
			if (options.dryRun) throw new Undone();
			return report;
		});
	} catch (error) {
		if (error instanceof Undone && report) return report;
		throw error;
	}
}

/** Ends a dry run: whatever was written is rolled back. */
class Undone extends Error {}

async function run(
	act: Act,
	source: string,
	lines: AsyncIterable<ParsedRow> | Iterable<ParsedRow>,
	options: ImportOptions,
): Promise<ImportReport> {
	await sql`select pg_advisory_xact_lock(hashtext('passerelles import'))`.execute(act.tx);
	const runId = randomUUID();
	await signHistory(act, source, runId);
	await openStaging(act);
	const reading = new Reading(await openGazetteer(act));
	await readAll(act, reading, lines, options);
	return finish(act, { runId, source }, reading, options);
}

/** Reads lines while the database takes those of before: each has a processor of its own. */
async function readAll(
	act: Act,
	reading: Reading,
	lines: AsyncIterable<ParsedRow> | Iterable<ParsedRow>,
	{ onProgress }: ImportOptions,
): Promise<void> {
	let staged = Promise.resolve();
	try {
		for await (const parsed of lines) {
			reading.take(parsed);
			if (!reading.isFull()) continue;
			await staged;
			staged = reading.flush(act);
			staged.catch(() => {}); // thrown by the await above, or below
			onProgress?.(reading.rows);
		}
		await staged;
		await reading.flush(act);
	} finally {
		await staged.catch(() => {}); // nothing is asked of a transaction that has ended
	}
	onProgress?.(reading.rows);
}

async function finish(
	act: Act,
	{ runId, source }: { runId: string; source: string },
	reading: Reading,
	{ fileNames, isPartial, mapping }: ImportOptions,
): Promise<ImportReport> {
	await prepareMerge(act);
	await mergePlaces(act);
	reading.setAside(await keepLast(act, 'organisation'), 'id', 'import-run.duplicate');
	await mergeEntries(act, 'organisation', runId);
	const all = !isPartial?.();
	const goneOrganisations = all ? await markGone(act, 'organisation') : 0;
	reading.setAside(await keepLast(act, 'service'), 'id', 'import-run.duplicate');
	reading.setAside(await setOrphansAside(act), 'structure_id', 'import-run.unknown-organisation');
	await mergeEntries(act, 'service', runId);
	const goneServices = all ? await markGone(act, 'service') : 0;
	const closed =
		(await markToldGone(act, 'organisation', reading.gone)) +
		(await markToldGone(act, 'service', reading.gone));
	await hideEntries(act);
	await removeEmptyPlaces(act);

	const counts = {
		source,
		rows: reading.rows,
		...(await countLines(act)),
		gone:
			closed +
			(reading.inPairs ? Math.max(goneOrganisations, goneServices) : goneOrganisations + goneServices),
	};
	const rejectedLines = reading.rejectedLines + reading.late.size;
	await recordImportRun(act, {
		...counts,
		id: runId,
		mapping: mapping ?? null,
		rejected: rejectedLines,
		fileNames,
		startedAt: act.at,
	});
	const { rejected, warnings, joined } = reading;
	return { runId, ...counts, rejectedLines, rejected, rejectedAtTheEnd: reading.late, warnings, joined };
}
