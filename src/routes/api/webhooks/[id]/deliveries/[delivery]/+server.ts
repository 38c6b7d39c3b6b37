import { once } from '#lib/access/server/once.ts';
import { asMachine } from '#lib/directory/webhooks/server/as-machine.ts';
import { DeliveryToReplay, replayDelivery } from '#lib/directory/webhooks/server/replay-delivery.ts';
import { Refusal } from '#lib/refusal.ts';
import type { RequestHandler } from './$types.ts';

/** Sends it again. */
export const POST: RequestHandler = (event) =>
	asMachine(event, (act) =>
		once(event, act, async () => {
			const { success, data } = DeliveryToReplay.safeParse({ delivery: event.params.delivery });
			if (!success) throw new Refusal(404, 'keys.no-delivery');
			await act((here) => replayDelivery(here, data));
			return new Response(null, { status: 202 });
		}),
	);
