import type * as z from 'zod';
import { organisationOf } from '#lib/person/server/people.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { findToWrite } from '../../server/written.ts';
import type { newGuarantee } from '../landmark.ts';

/**
 * Notes since when a European guarantee runs for her: an offer within four months for the young, an assessment and an
 * agreement within eighteen for the long out of work.
 * @throws NotYours 404 where the actor may not write, Refusal 409 when it runs already
 */
export async function registerGuarantee(
	act: Act,
	pathwayId: string,
	{ once: id, kind, since }: z.output<ReturnType<typeof newGuarantee>>,
): Promise<void> {
	await findToWrite(act, pathwayId, 'pathway.guarantee-registered');
	const { numInsertedOrUpdatedRows } = await act.tx
		.insertInto('guarantee')
		.values({ id, pathwayId, kind, since, organisationId: organisationOf(act.actor), notedAt: act.at })
		.onConflict((already) => already.doNothing())
		.executeTakeFirst();
	if (numInsertedOrUpdatedRows) return record(act, 'pathway.guarantee-registered', pathwayId, {});
	const own = await act.tx.selectFrom('guarantee').select('id').where('id', '=', id).executeTakeFirst();
	if (!own) throw new Refusal(409, 'landmarks.guarantee-runs');
}
