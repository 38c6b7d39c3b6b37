import { sql } from 'kysely';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { lookAfterImport } from '../duplicates/server/look-for-duplicates.ts';

export interface ImportRun {
	readonly id: string;
	readonly source: string;
	readonly fileNames: readonly string[];
	readonly startedAt: Date;
	readonly rows: number;
	readonly added: number;
	readonly changed: number;
	readonly unchanged: number;
	readonly gone: number;
	readonly rejected: number;
	/** Name of the mapping that read the files, if one did. */
	readonly mapping: string | null;
}

/** From here to the end of the transaction, the history says that this import of this source changed the fields. */
export const signHistory = ({ tx }: Act, toldBy: string, importRun: string): Promise<unknown> =>
	sql`select set_config('app.told_by', ${toldBy}, true), set_config('app.import_run', ${importRun}, true)`.execute(
		tx,
	);

/** Writes down an import, tells it to whoever follows the log, and has its duplicates looked for. */
export async function recordImportRun(act: Act, run: ImportRun): Promise<void> {
	await act.tx
		.insertInto('importRun')
		.values({ ...run, fileNames: [...run.fileNames], accountId: act.actor.accountId })
		.execute();
	const { id, fileNames: _, startedAt: __, mapping: ___, ...details } = run;
	await record(act, 'directory.imported', id, details);
	await lookAfterImport(act, id);
}
