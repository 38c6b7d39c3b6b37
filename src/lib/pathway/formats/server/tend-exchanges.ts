import { actAsClock } from '#lib/server/act.ts';
import type { JobContext } from '#lib/server/jobs.ts';

const hour = 3_600_000;
/** What came is kept as it came for ninety days; what became of it, for good. */
const bodyKept = 90 * 24 * hour;

/** Says lost what was received and never concluded, so that it is played again; forgets the words of what is old. */
export const tendExchanges = ({ db, now }: JobContext): Promise<void> =>
	actAsClock(
		db,
		now,
	)(async ({ tx, at }) => {
		await tx
			.updateTable('exchange')
			.set({ state: 'lost' })
			.where('state', '=', 'received')
			.where('receivedAt', '<', new Date(at.getTime() - hour))
			.execute();
		await tx
			.updateTable('exchange')
			.set({ body: null })
			.where('body', 'is not', null)
			.where('state', '<>', 'received')
			.where('receivedAt', '<', new Date(at.getTime() - bodyKept))
			.execute();
	});
