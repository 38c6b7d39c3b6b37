import * as z from 'zod';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { enqueue } from '#lib/server/jobs.ts';
import type { NewSchedule } from '../schedule.ts';
import { findSavedMapping } from './saved-mappings.ts';

/**
 * Has a file read again by itself, from its address, by a saved mapping; the first reading is now. It runs under the hat
 * of the one who asks: lost with it.
 * @throws Refusal 404 when there is no such mapping
 */
export async function scheduleImport(
	act: Act,
	{ mapping, url, every }: z.infer<typeof NewSchedule>,
): Promise<void> {
	const { tx, at, actor } = act;
	const { id: mappingId } = await findSavedMapping(act, mapping);
	const { id } = await tx
		.insertInto('scheduledImport')
		.values({
			mappingId,
			url,
			every,
			accountId: actor.accountId ?? '',
			hatId: actor.hat?.id ?? '',
			createdAt: at,
			nextAt: at,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	await enqueue(act, 'read-scheduled-import', { scheduleId: id }, { key: `scheduled-import ${id}` });
	await record(act, 'import.scheduled', id, { every });
}

export const ScheduleToStop = z.object({ schedule: z.uuid('importing.no-schedule') });

/** @throws Refusal 404 when there is none */
export async function stopSchedule(act: Act, { schedule }: z.infer<typeof ScheduleToStop>): Promise<void> {
	const stopped = await act.tx
		.updateTable('scheduledImport')
		.set({ stoppedAt: act.at })
		.where('id', '=', schedule)
		.where('stoppedAt', 'is', null)
		.returning('id')
		.executeTakeFirst();
	if (!stopped) throw new Refusal(404, 'importing.no-schedule');
	await record(act, 'import.unscheduled', schedule, {});
}

/** What comes back by itself, by name of its mapping. */
export const listSchedules = ({ tx }: Act) =>
	tx
		.selectFrom('scheduledImport')
		.innerJoin('savedMapping', 'savedMapping.id', 'mappingId')
		.select(['scheduledImport.id', 'name', 'url', 'every', 'nextAt', 'lastAt', 'lastProblem'])
		.where('stoppedAt', 'is', null)
		.orderBy('name')
		.execute();
