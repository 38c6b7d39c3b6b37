import type { Act } from '#lib/server/act.ts';
import type { TextKey } from '#lib/texts/catalogue.ts';
import { translate } from '#lib/texts/translator.ts';
import type { EntryName, ParsedRow, Problem } from '../formats/row.ts';
import type { Place } from '../organisation.ts';
import type { Gazetteer } from './gazetteer.ts';
import { type Join, locatePlace } from './locate-place.ts';
import type { SetAside } from './merge-staged.ts';
import { type Batch, emptyBatch, stage } from './staging.ts';

const batchSize = 1000;
/** How many problems a report tells in full: a hopeless file must not fill the memory. */
const mostProblems = 100_000;

/** What an import has read so far: the batch under way, the problems met, the counts. */
export class Reading {
	rows = 0;
	/** Lines left out by their parser. */
	rejectedLines = 0;
	readonly rejected: Problem[] = [];
	readonly warnings: Problem[] = [];
	readonly joined: Record<Join, number> = { directly: 0, resolved: 0, outside: 0, nowhere: 0 };
	/** Some lines tell an organisation and its service together. */
	inPairs = false;
	/** Lines left out once all were read, by rank, and why. */
	readonly late = new Map<number, Problem>();
	/** Entries that their source says are no more. */
	readonly gone: EntryName[] = [];
	private batch: Batch = emptyBatch();
	private readonly communes: Gazetteer;

	constructor(communes: Gazetteer) {
		this.communes = communes;
	}

	take({ line, organisation, service, problems, warnings, about, gone = [] }: ParsedRow): void {
		const seq = this.rows++;
		if (problems.length > 0) {
			this.rejectedLines += 1;
			keep(this.rejected, problems);
			this.batch.untouched.push(...about);
			return;
		}
		keep(this.warnings, warnings);
		this.gone.push(...gone);
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

	async flush(act: Act): Promise<void> {
		const { batch } = this;
		this.batch = emptyBatch();
		await stage(act, batch);
	}

	/** Lines left out once all are read; a line that is left out twice is told once. */
	setAside(entries: readonly SetAside[], field: string, reason: TextKey): void {
		const problem = translate(reason);
		for (const { seq, line, value } of entries) {
			if (this.late.has(seq)) continue;
			const told = { line, field, value, problem };
			this.late.set(seq, told);
			keep(this.rejected, [told]);
		}
	}

	/** `counts`: an organisation and its service at one place are one line, told once. */
	private locate(place: Place | null, line: number, counts: boolean): Place | null {
		if (!place) return null;
		const { place: located, join, fault } = locatePlace(place, this.communes);
		if (counts) this.joined[join] += 1;
		if (counts && fault) {
			const problem = translate(fault.reason, fault.km === undefined ? {} : { km: fault.km });
			const value = `${place.latitude ?? ''}, ${place.longitude ?? ''}`;
			keep(this.warnings, [{ line, field: 'latitude, longitude', value, problem }]);
		}
		return located;
	}
}

function keep(problems: Problem[], more: readonly Problem[]): void {
	problems.push(...more.slice(0, Math.max(0, mostProblems - problems.length)));
}
