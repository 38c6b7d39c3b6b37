import type * as z from 'zod';
import { organisationOf } from '#lib/person/server/people.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { findToWrite } from '../../server/written.ts';
import type { Rhythm } from '../landmark.ts';

/**
 * Says whether her silence is noticed twice as early: young, on the street, or alone. The reason is not kept.
 * @throws NotYours 404 where the actor may not write
 */
export async function setRhythm(
	act: Act,
	pathwayId: string,
	{ close }: z.output<typeof Rhythm>,
): Promise<void> {
	await findToWrite(act, pathwayId, 'pathway.rhythm-set');
	const now = await act.tx
		.selectFrom('contactRhythm')
		.select('close')
		.where('pathwayId', '=', pathwayId)
		.orderBy('notedAt', 'desc')
		.limit(1)
		.executeTakeFirst();
	if ((now?.close ?? false) === close) return;
	await act.tx
		.insertInto('contactRhythm')
		.values({ pathwayId, close, organisationId: organisationOf(act.actor), notedAt: act.at })
		.execute();
	await record(act, 'pathway.rhythm-set', pathwayId, {});
}
