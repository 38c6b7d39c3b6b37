import { once } from '#lib/access/server/once.ts';
import { addWebhook, checkReachable } from '#lib/directory/webhooks/server/add-webhook.ts';
import { asMachine } from '#lib/directory/webhooks/server/as-machine.ts';
import { listWebhooks } from '#lib/directory/webhooks/server/webhooks.ts';
import { NewWebhook, whyNotTold } from '#lib/directory/webhooks/webhook.ts';
import { Refusal, refuseIf } from '#lib/refusal.ts';
import { isTextKey } from '#lib/texts/translator.ts';
import type { RequestHandler } from './$types.ts';

export const GET: RequestHandler = (event) =>
	asMachine(event, async (act) => {
		const webhooks = await act((here) => listWebhooks(here));
		return Response.json({ contents: webhooks });
	});

export const POST: RequestHandler = (event) =>
	asMachine(event, (act, { scopes }) =>
		once(event, act, async () => {
			const asked: unknown = await event.request.json().catch(() => null);
			const { success, data, error } = NewWebhook.safeParse(asked);
			if (!success) throw new Refusal(422, reasonOf(error.issues[0]?.message));
			refuseIf(whyNotTold(scopes, data.events), 422);
			await checkReachable(data.url);
			const secret = await act((here) => addWebhook(here, data, event.locals.safe));
			return Response.json({ ...data, secret }, { status: 201 });
		}),
	);

const reasonOf = (message = '') => (isTextKey(message) ? message : 'problem.bad-request');
