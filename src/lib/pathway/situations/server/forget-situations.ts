import { actAsClock } from '#lib/server/act.ts';
import type { JobContext } from '#lib/server/jobs.ts';
import { day } from './situation-imports.ts';

/** Throws away the files that are a day old, and the imports that were never confirmed. */
export const forgetSituations = ({ db, now }: JobContext): Promise<void> =>
	actAsClock(
		db,
		now,
	)(async ({ tx, at }) => {
		await tx.deleteFrom('situationFile').where('keptUntil', '<=', at).execute();
		await tx
			.deleteFrom('situationImport')
			.where('state', '=', 'open')
			.where('madeAt', '<=', new Date(at.getTime() - day))
			.execute();
	});
