import { sql } from 'kysely';
import type { Act } from '#lib/server/act.ts';
import { enqueue } from '#lib/server/jobs.ts';
import { alertMark, freshOf, marksOf } from '../digest.ts';
import { readDeskDay } from './desk-day.ts';

/**
 * Decides the mail of one day for the hat put on: once, whoever else decides at the same time, and its job in the same
 * transaction. Nothing is decided for whoever is away.
 * @param day YYYY-MM-DD on the clocks of the hat @returns whether a mail will leave
 */
export async function decideDigest(act: Act, day: string): Promise<boolean> {
	const open = await readDeskDay(act);
	if (!open) return false;
	const marks = marksOf(open, act.at);
	const fresh = freshOf(marks, await listKnown(act));
	const id = crypto.randomUUID();
	const { numInsertedOrUpdatedRows } = await act.tx
		.insertInto('digest')
		.values({ id, hatId: act.actor.hat?.id ?? '', day, decidedAt: act.at, marks, fresh })
		.onConflict((conflict) => conflict.columns(['hatId', 'day']).doNothing())
		.executeTakeFirstOrThrow();
	const leaves = numInsertedOrUpdatedRows === 1n && fresh.length > 0;
	if (leaves) await enqueue(act, 'post-digest', { digestId: id });
	return leaves;
}

/** What the last day told, unless its mail never left, and what was mailed at once since then. */
async function listKnown({ tx, actor }: Act): Promise<string[]> {
	const hatId = actor.hat?.id ?? null;
	const last = await tx
		.selectFrom('digest')
		.select(['decidedAt', 'marks'])
		.where('hatId', '=', hatId)
		.where((eb) => eb.or([eb('postedAt', 'is not', null), eb('fresh', '=', sql<string[]>`'{}'::text[]`)]))
		.orderBy('day', 'desc')
		.executeTakeFirst();
	const urgent = await tx
		.selectFrom('digestUrgent')
		.select(['alertId', 'level'])
		.where('hatId', '=', hatId)
		.where('toldAt', '>=', last?.decidedAt ?? new Date(0))
		.execute();
	return [...(last?.marks ?? []), ...urgent.map(({ alertId, level }) => alertMark(alertId, level))];
}
