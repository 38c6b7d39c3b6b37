import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';

export interface ImportRun {
	readonly source: string;
	readonly fileNames: readonly string[];
	readonly startedAt: Date;
	readonly rows: number;
	readonly added: number;
	readonly changed: number;
	readonly unchanged: number;
	readonly gone: number;
	readonly rejected: number;
}

/** Writes down an import and tells it to whoever follows the log. Returns its id. */
export async function recordImportRun(act: Act, run: ImportRun): Promise<string> {
	const { id } = await act.tx
		.insertInto('importRun')
		.values({ ...run, fileNames: [...run.fileNames] })
		.returning('id')
		.executeTakeFirstOrThrow();
	const { fileNames: _, startedAt: __, ...details } = run;
	await record(act, 'directory.imported', id, details);
	return id;
}
