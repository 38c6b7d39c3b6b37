import { type Act, actAtTheDoor } from '#lib/server/act.ts';
import { enqueue, type JobContext } from '#lib/server/jobs.ts';
import { proposeDuplicates } from './propose-duplicates.ts';

const day = 24 * 3_600_000;
/** Three in the morning in Paris, two in winter. */
const hourUtc = 1;

/** The next night strictly after an instant. */
export function nextNight(after: Date): Date {
	const night = new Date(after);
	night.setUTCHours(hourUtc, 0, 0, 0);
	return night > after ? night : new Date(night.getTime() + day);
}

/** One nightly look waits at any time: asking again replaces it. */
export const scheduleNightlyLook = (act: Act): Promise<void> =>
	enqueue(act, 'look-for-duplicates', { since: null }, { key: 'look-for-duplicates', at: nextNight(act.at) });

/** As soon as an import is written, what it brought or changed is compared with all the rest. */
export const lookAfterImport = (act: Act, runId: string): Promise<void> =>
	enqueue(
		act,
		'look-for-duplicates',
		{ since: act.at.toISOString() },
		{ key: `look-for-duplicates ${runId}` },
	);

/** Proposes the pairs of entries imported since an instant, or of all of them each night, then asks for the next night. */
export const lookForDuplicates = (
	{ since }: { readonly since: string | null },
	{ db, now }: JobContext,
): Promise<void> =>
	actAtTheDoor(
		db,
		now,
	)(async (act) => {
		const from = since === null ? null : new Date(since);
		await proposeDuplicates(act, 'organisation', from);
		await proposeDuplicates(act, 'service', from);
		if (since === null) await scheduleNightlyLook(act);
	});
