import { Refusal } from '#lib/refusal.ts';
import { type Act, actAs } from '#lib/server/act.ts';
import { enqueue, type JobContext } from '#lib/server/jobs.ts';
import { translate } from '#lib/texts/translator.ts';
import { parisDay } from '../../closure.ts';
import type { Mapping } from '../../mapping/mapping.ts';
import { readMappingValue } from '../../mapping/read-mapping.ts';
import { assignFiles } from '../../mapping/server/assign-files.ts';
import { readMapped } from '../../mapping/server/read-mapped.ts';
import { type ImportReport, importLines, type Lines } from '../../server/import-lines.ts';
import { readHsdsFiles } from '../../server/read-hsds.ts';
import { type DraftReport, tally } from '../draft.ts';
import { isHsdsDraft } from '../hsds-draft.ts';
import { withDraftFiles } from './draft-files.ts';
import { findDraft } from './drafts.ts';

/**
 * Starts a draft whose mapping is ready; a second click changes nothing.
 * @throws Refusal 404 when it is none of hers, 422 when its mapping cannot be run yet
 */
export async function startDraft(act: Act, id: string): Promise<void> {
	const draft = await findDraft(act, id);
	if (draft.state === 'running' || draft.state === 'done') return;
	if (!isHsdsDraft(draft.mapping)) mappingOf(draft.mapping);
	const started = await act.tx
		.updateTable('importDraft')
		.set({ state: 'running', rows: 0, problem: null })
		.where('id', '=', id)
		.where('state', 'in', ['open', 'failed'])
		.returning('id')
		.executeTakeFirst();
	if (started) await enqueue(act, 'run-import-draft', { draftId: id }, { key: `import-draft ${id}` });
}

export function mappingOf(given: unknown): Mapping {
	const { mapping, faults } = readMappingValue(given);
	if (mapping) return mapping;
	throw new Refusal(422, 'importing.not-ready', { fault: faults[0]?.problem ?? '' });
}

/** A job: imports a draft as the person who started it. What goes wrong is said on the draft's own page. */
export async function runImportDraft(
	{ draftId }: { readonly draftId: string },
	{ db, actor, now }: JobContext,
): Promise<void> {
	const work = actAs(db, actor, now);
	const draft = await work((act) => findDraft(act, draftId));
	if (draft.state !== 'running') return;
	const note = (fields: object) =>
		work(({ tx }) => tx.updateTable('importDraft').set(fields).where('id', '=', draftId).execute());
	try {
		const report = await withDraftFiles(work, draftId, async (paths) => {
			let told = 0;
			return importLines(work, await linesOf(draft.mapping, paths, now()), {
				onProgress: (rows) => {
					if (rows - told < 2000) return;
					told = rows;
					void note({ rows }).catch(() => {}); // a count that is not written down is written the next time
				},
			});
		});
		await note({
			state: 'done',
			rows: report.rows,
			report: JSON.stringify(shortReport(report)),
			importRun: report.runId,
			finishedAt: now(),
		});
	} catch (error) {
		const problem =
			error instanceof Refusal ? translate(error.reason, error.values) : translate('importing.broken');
		await note({ state: 'failed', problem, finishedAt: now() });
		if (!(error instanceof Refusal)) throw error;
	}
}

async function linesOf(given: unknown, paths: readonly string[], now: Date): Promise<Lines> {
	const today = parisDay(now);
	const beside = paths[0] ?? '';
	if (isHsdsDraft(given)) {
		const read = () => readHsdsFiles(paths, { source: 'hsds', today });
		return { name: 'hsds', files: paths, beside, isPartial: true, read };
	}
	const mapping = mappingOf(given);
	const files = await assignFiles(mapping, paths);
	return {
		name: mapping.source,
		mapping: mapping.name,
		files: paths,
		beside,
		read: (onNotice) => readMapped(mapping, files, { now, today, onNotice }),
	};
}

const shortReport = (report: ImportReport): DraftReport => ({
	rows: report.rows,
	added: report.added,
	changed: report.changed,
	unchanged: report.unchanged,
	gone: report.gone,
	rejectedLines: report.rejectedLines,
	passedOver: report.passedOver,
	problems: tally(report.rejected),
	warnings: tally(report.warnings),
});
