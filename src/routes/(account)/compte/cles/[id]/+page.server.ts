import { type Actions, fail, redirect } from '@sveltejs/kit';
import { doneAt } from '#lib/access/done.ts';
import { answerForm } from '#lib/access/form-answer.ts';
import { isId } from '#lib/directory/server/closed-lists.ts';
import { DeliveryToReplay, replayDelivery } from '#lib/directory/webhooks/server/replay-delivery.ts';
import { findWebhook, listDeliveries } from '#lib/directory/webhooks/server/webhooks.ts';
import { shownDelivery } from '#lib/directory/webhooks/shown-webhook.ts';
import { readForm } from '#lib/form.ts';
import { Refusal } from '#lib/refusal.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ params, locals: { act } }) =>
	act(async (here) => {
		const webhook = isId(params.id) ? await findWebhook(here, params.id) : undefined;
		if (!webhook) throw new Refusal(404, 'keys.no-webhook');
		const deliveries = await listDeliveries(here, webhook.id);
		return {
			url: webhook.url,
			ended: webhook.endedAt !== null,
			deliveries: deliveries.map(shownDelivery),
		};
	});

export const actions: Actions = {
	renvoyer: async ({ request, locals, params }) => {
		const form = await readForm(request, DeliveryToReplay);
		if (!form.ok) return fail(422, form);
		const done = await answerForm(form.value, () => locals.act((act) => replayDelivery(act, form.value)));
		if (!done.ok) return fail(done.status, done);
		redirect(303, doneAt(`/compte/cles/${params.id}`, 'envoi-repris'));
	},
};
