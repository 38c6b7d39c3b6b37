import { asMachine } from '#lib/directory/webhooks/server/as-machine.ts';
import { removeWebhook, WebhookToRemove } from '#lib/directory/webhooks/server/remove-webhook.ts';
import { findWebhook, listDeliveries } from '#lib/directory/webhooks/server/webhooks.ts';
import { Refusal } from '#lib/refusal.ts';
import type { RequestHandler } from './$types.ts';

export const GET: RequestHandler = (event) =>
	asMachine(event, (act) =>
		act(async (here) => {
			const webhook = await findWebhook(here, asked(event.params.id));
			if (!webhook) throw new Refusal(404, 'keys.no-webhook');
			const { id, url, events, endedAt } = webhook;
			return Response.json({ id, url, events, endedAt, deliveries: await listDeliveries(here, id) });
		}),
	);

export const DELETE: RequestHandler = (event) =>
	asMachine(event, async (act) => {
		await act((here) => removeWebhook(here, { webhook: asked(event.params.id) }));
		return new Response(null, { status: 204 });
	});

function asked(id: string): string {
	const { success } = WebhookToRemove.safeParse({ webhook: id });
	if (!success) throw new Refusal(404, 'keys.no-webhook');
	return id;
}
