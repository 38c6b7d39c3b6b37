import * as z from 'zod';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { ownerHat } from './webhooks.ts';

export const WebhookToRemove = z.object({ webhook: z.uuid('keys.no-webhook') });

/**
 * Stops telling a machine; what still waits is not sent.
 * @throws Refusal 404 when it is not one of the account's
 */
export async function removeWebhook(act: Act, { webhook }: z.infer<typeof WebhookToRemove>): Promise<void> {
	const removed = await act.tx
		.updateTable('webhook')
		.set({ endedAt: act.at, endedBecause: 'removed' })
		.where('id', '=', webhook)
		.where('hatId', 'is not distinct from', ownerHat(act))
		.where((where) => where.or([where('endedAt', 'is', null), where('endedBecause', '=', 'failing')]))
		.returning('id')
		.executeTakeFirst();
	if (!removed) throw new Refusal(404, 'keys.no-webhook');
	await record(act, 'webhook.removed', webhook, {});
}
