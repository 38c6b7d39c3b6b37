import * as z from 'zod';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { enqueue } from '#lib/server/jobs.ts';
import { ownerHat } from './webhooks.ts';

export const DeliveryToReplay = z.object({ delivery: z.uuid('keys.no-delivery') });

/**
 * Sends a delivery again, with the same identifier: whoever has already received it knows so.
 * @throws Refusal 404 when it is not one of the account's; 409 when its webhook is no longer told
 */
export async function replayDelivery(
	act: Act,
	{ delivery }: z.infer<typeof DeliveryToReplay>,
): Promise<void> {
	const known = await act.tx
		.selectFrom('webhookDelivery')
		.innerJoin('webhook', 'webhook.id', 'webhookId')
		.select('endedAt')
		.where('webhookDelivery.id', '=', delivery)
		.where('hatId', 'is not distinct from', ownerHat(act))
		.executeTakeFirst();
	if (!known) throw new Refusal(404, 'keys.no-delivery');
	if (known.endedAt) throw new Refusal(409, 'keys.webhook-ended');
	await act.tx
		.updateTable('webhookDelivery')
		.set({ tries: 0, deliveredAt: null, givenUpAt: null })
		.where('id', '=', delivery)
		.execute();
	await enqueue(act, 'deliver-webhook', { deliveryId: delivery }, { key: delivery });
}
