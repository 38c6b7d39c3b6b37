import type * as z from 'zod';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { TaggedOccupation } from './tag-occupation.ts';

export const OccupationToUntag = TaggedOccupation.pick({ romeCode: true, tag: true });

/**
 * Takes a tag off an occupation.
 * @throws Refusal 404 when somebody already did
 */
export async function untagOccupation(
	act: Act,
	{ romeCode, tag }: z.infer<typeof OccupationToUntag>,
): Promise<void> {
	const removed = await act.tx
		.deleteFrom('occupationTag')
		.where('romeCode', '=', romeCode)
		.where('tag', '=', tag)
		.returning('id')
		.executeTakeFirst();
	if (!removed) throw new Refusal(404, 'employers.no-occupation');
	await record(act, 'occupation.untagged', removed.id, { romeCode, tag });
}
