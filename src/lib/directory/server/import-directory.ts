import { sql } from 'kysely';
import type { Act, Work } from '#lib/server/act.ts';
import type { TextKey } from '#lib/texts/catalogue.ts';
import { translate } from '#lib/texts/translator.ts';
import { type Gazetteer, openGazetteer } from './gazetteer.ts';
import { recordImportRun } from './import-runs.ts';
import type { Incoming, LineProblem } from './incoming.ts';
import { type Join, locatePlace } from './locate-place.ts';
import {
	countLines,
	keepLast,
	markGone,
	mergeEntries,
	mergePlaces,
	prepareMerge,
	removeEmptyPlaces,
	type SetAside,
	setOrphansAside,
} from './merge-staged.ts';
import { type Batch, emptyBatch, openStaging, stage } from './staging.ts';

export interface ImportOptions {
	readonly fileNames: readonly string[];
	/** Everything is done and counted, then undone. */
	readonly dryRun?: boolean;
	readonly onProgress?: (rows: number) => void;
	/** Told each line rejected by its parser, as it comes. */
	readonly onRejected?: (incoming: Incoming) => Promise<void> | void;
}

export interface ImportReport {
	readonly source: string;
	readonly rows: number;
	readonly added: number;
	readonly changed: number;
	readonly unchanged: number;
	readonly gone: number;
	/** Lines left out. */
	readonly rejectedLines: number;
	/** Problems of the lines left out, the first 100,000. */
	readonly rejected: readonly LineProblem[];
	/** Ranks from 0, among the lines of all files, of lines that could only be left out once all were read. */
	readonly rejectedAtTheEnd: ReadonlySet<number>;
	/** What was corrected or is doubtful in lines that entered, the first 100,000: points left aside among them. */
	readonly warnings: readonly LineProblem[];
	/** How the lines joined the table of communes. */
	readonly joined: Readonly<Record<Join, number>>;
}

const batchSize = 1000;
/** How many problems a report tells in full: a hopeless file must not fill the memory. */
const mostProblems = 100_000;

/**
 * Brings the directory up to date with what a source's files tell, in one transaction: a file that breaks changes
 * nothing. Entries are added, changed, left as they are, or marked gone when their source no longer tells them.
 * Lines are read by batches and wait in temporary tables: memory stays flat whatever the size.
 */
export async function importDirectory(
	work: Work,
	source: string,
	lines: AsyncIterable<Incoming> | Iterable<Incoming>,
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
	lines: AsyncIterable<Incoming> | Iterable<Incoming>,
	options: ImportOptions,
): Promise<ImportReport> {
	await sql`select pg_advisory_xact_lock(hashtext('passerelles import'))`.execute(act.tx);
	await openStaging(act);
	const reading = new Reading(await openGazetteer(act));
	for await (const incoming of lines) {
		await reading.take(incoming, options);
		if (reading.isFull()) await reading.flush(act, options);
	}
	await reading.flush(act, options);
	return finish(act, source, reading, options);
}

/** What has been read so far: the batch under way, the problems met, the counts. */
class Reading {
	rows = 0;
	rejectedLines = 0;
	readonly rejected: LineProblem[] = [];
	readonly warnings: LineProblem[] = [];
	readonly joined: Record<Join, number> = { directly: 0, resolved: 0, outside: 0, nowhere: 0 };
	/** Lines tell an organisation and its service together. */
	inPairs = false;
	readonly late = new Set<number>();
	private batch: Batch = emptyBatch();
	private readonly communes: Gazetteer;

	constructor(communes: Gazetteer) {
		this.communes = communes;
	}

	async take(incoming: Incoming, { onRejected }: ImportOptions): Promise<void> {
		const seq = this.rows++;
		if (incoming.problems.length > 0) {
			this.rejectedLines += 1;
			keep(this.rejected, incoming.problems);
			this.batch.untouched.push(...incoming.about);
			return onRejected?.(incoming);
		}
		const { organisation, service, line } = incoming;
		keep(this.warnings, incoming.warnings);
		this.inPairs ||= organisation !== null && service !== null;
		if (organisation) {
			const located = this.locate(organisation.place, line, service === null);
			this.batch.organisations.push({ seq, line, told: organisation, located });
		}
		if (service) {
			const located = this.locate(service.place, line, true);
			this.batch.services.push({ seq, line, told: service, located });
		}
	}

	isFull(): boolean {
		const { organisations, services, untouched } = this.batch;
		return organisations.length + services.length + untouched.length >= batchSize;
	}

	async flush(act: Act, { onProgress }: ImportOptions): Promise<void> {
		await stage(act, this.batch);
		this.batch = emptyBatch();
		onProgress?.(this.rows);
	}

	/** Lines left out once all are read; a line that is left out twice is told once. */
	setAside(entries: readonly SetAside[], field: string, reason: TextKey): void {
		const problem = translate(reason);
		const more = entries.filter(({ seq }) => !this.late.has(seq));
		keep(
			this.rejected,
			more.map(({ line, value }) => ({ line, field, value, problem })),
		);
		for (const { seq } of more) this.late.add(seq);
	}

	/** `counts`: an organisation and its service at one place are one line, told once. */
	private locate(place: Parameters<typeof locatePlace>[0] | null, line: number, counts: boolean) {
		if (!place) return null;
		const { place: located, join, fault } = locatePlace(place, this.communes);
		if (!counts) return located;
		this.joined[join] += 1;
		if (fault) {
			const values = fault.km === undefined ? undefined : { km: fault.km };
			const value = `${place.latitude ?? ''}, ${place.longitude ?? ''}`;
			keep(this.warnings, [
				{ line, field: 'latitude, longitude', value, problem: translate(fault.reason, values) },
			]);
		}
		return located;
	}
}

function keep(problems: LineProblem[], more: readonly LineProblem[]): void {
	problems.push(...more.slice(0, mostProblems - problems.length));
}

async function finish(
	act: Act,
	source: string,
	reading: Reading,
	{ fileNames }: ImportOptions,
): Promise<ImportReport> {
	await prepareMerge(act);
	await mergePlaces(act);
	reading.setAside(await keepLast(act, 'organisation'), 'id', 'import-run.duplicate');
	await mergeEntries(act, 'organisation');
	const goneOrganisations = await markGone(act, 'organisation');
	reading.setAside(await keepLast(act, 'service'), 'id', 'import-run.duplicate');
	reading.setAside(await setOrphansAside(act), 'structure_id', 'import-run.unknown-organisation');
	await mergeEntries(act, 'service');
	const goneServices = await markGone(act, 'service');
	await removeEmptyPlaces(act);

	const counts = {
		source,
		rows: reading.rows,
		...(await countLines(act)),
		gone: reading.inPairs ? Math.max(goneOrganisations, goneServices) : goneOrganisations + goneServices,
	};
	const rejectedLines = reading.rejectedLines + reading.late.size;
	await recordImportRun(act, { ...counts, rejected: rejectedLines, fileNames, startedAt: act.at });
	const { rejected, warnings, joined } = reading;
	return { ...counts, rejectedLines, rejected, rejectedAtTheEnd: reading.late, warnings, joined };
}
