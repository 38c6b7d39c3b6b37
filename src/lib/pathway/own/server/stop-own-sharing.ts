import * as z from 'zod';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { tellReferralsOfRevocation } from '../../server/stop-sharing.ts';

export const StoppingOwn = z.object({ agreement: z.union([z.uuid(), z.literal('all')]) });

/**
 * She stops one agreement, or all of them, from the next request on; open referrals sent under them are told that she
 * did, and nothing else.
 * @returns the organisation that reads no more; null when she stopped all
 * @throws Refusal 409 when it was stopped already
 */
export async function stopOwnSharing(
	act: Act,
	personId: string,
	{ agreement }: z.output<typeof StoppingOwn>,
) {
	const { tx, at } = act;
	const stopped = await tx
		.updateTable('agreement')
		.set({ revokedAt: at, revokedBy: 'person', revokedWay: 'her-space' })
		.where('personId', '=', personId)
		.where('revokedAt', 'is', null)
		.where('endsAt', '>', at)
		.$if(agreement !== 'all', (query) => query.where('id', '=', agreement))
		.returning(['id', 'organisationId'])
		.execute();
	if (stopped.length === 0) throw new Refusal(409, 'own-space.who-already');
	await record(act, 'agreement.revoked', personId, { way: 'her-space', part: false });
	for (const { id } of stopped) await tellReferralsOfRevocation(act, id);
	return agreement === 'all' ? null : await nameOf(act, stopped[0]?.organisationId ?? '');
}

const nameOf = async ({ tx }: Act, id: string): Promise<string> =>
	(await tx.selectFrom('organisation').select('name').where('id', '=', id).executeTakeFirstOrThrow()).name;
