import * as z from 'zod';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { isId } from '../../server/closed-lists.ts';
import { autonomies, entryStates } from '../campaign.ts';

const nothing = z.literal('').transform(() => null);

export const EntryNote = z.object({
	organisation: z.uuid('upkeep.organisation-unknown'),
	/** Empty: what the answers show. */
	state: z.union([nothing, z.enum(entryStates, 'upkeep.state-unknown')]),
	autonomy: z.enum(autonomies, 'upkeep.autonomy-unknown'),
	caller: z.union([nothing, z.string().trim().min(1).max(80, 'upkeep.caller-long')]),
	remindOn: z.union([nothing, z.iso.date('upkeep.day-missing')]),
	note: z.union([nothing, z.string().trim().min(1).max(500, 'upkeep.note-long')]),
});

/**
 * Writes down where an organisation of a campaign stands. How alone it can update is known from one campaign to the next.
 * @throws Refusal 404 when the campaign does not ask it, or is not the actor's
 */
export async function noteCampaignEntry(
	{ tx }: Act,
	campaignId: string,
	{ organisation, autonomy, ...noted }: z.infer<typeof EntryNote>,
): Promise<void> {
	if (!isId(campaignId)) throw new Refusal(404, 'upkeep.campaign-unknown');
	const entry = await tx
		.updateTable('campaignEntry')
		.set(noted)
		.where('campaignId', '=', campaignId)
		.where('organisationId', '=', organisation)
		.returning('organisationId')
		.executeTakeFirst();
	if (!entry) throw new Refusal(404, 'upkeep.organisation-unknown');
	if (autonomy === 'unknown')
		await tx.deleteFrom('organisationAutonomy').where('organisationId', '=', organisation).execute();
	else
		await tx
			.insertInto('organisationAutonomy')
			.values({ organisationId: organisation, autonomy })
			.onConflict((conflict) => conflict.column('organisationId').doUpdateSet({ autonomy }))
			.execute();
}
