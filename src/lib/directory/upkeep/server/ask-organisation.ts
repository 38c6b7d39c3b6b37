import { sql } from 'kysely';
import * as z from 'zod';
import { signedBy } from '#lib/access/server/accounts.ts';
import type { Asking } from '#lib/access/server/asking.ts';
import { Refusal } from '#lib/refusal.ts';
import { enqueue } from '#lib/server/jobs.ts';
import { isSteward } from '../deciders.ts';
import { makeLetters } from './letters.ts';

export const Asked = z.object({ organisation: z.uuid('upkeep.organisation-unknown') });

/**
 * A steward asks one organisation, now, whether its services are still exact.
 * @throws Refusal 403 for who is no steward; 409 when it has no address that may be written to, or was written to this month
 */
export async function askOrganisation(
	{ actor, door }: Pick<Asking, 'actor' | 'door'>,
	{ organisation }: z.infer<typeof Asked>,
	{ fictionalToo }: { readonly fictionalToo: boolean },
): Promise<void> {
	const { accountId } = actor;
	if (!isSteward(actor) || !accountId) throw new Refusal(403, 'upkeep.stewards-only');
	await door(async (anonymous) => {
		const letterIds = await makeLetters(anonymous, {
			asked: sql`select s.organisation_id, s.id as service_id from listed_service s where s.organisation_id = ${organisation}::uuid`,
			campaignId: null,
			most: 1,
			patience: null,
			fictionalToo,
		});
		if (letterIds.length === 0) throw new Refusal(409, 'upkeep.not-writable');
		await enqueue(signedBy(anonymous, accountId), 'send-review-letters', { letterIds });
	});
}
