import { type Actions, fail, redirect } from '@sveltejs/kit';
import { isPersonal, lifetimes, NewApiKey, scopesOf } from '#lib/access/api-key.ts';
import { doneAt } from '#lib/access/done.ts';
import { answerForm } from '#lib/access/form-answer.ts';
import { listApiKeys } from '#lib/access/server/api-keys.ts';
import { createApiKey } from '#lib/access/server/create-api-key.ts';
import { KeyToRevoke, revokeApiKey } from '#lib/access/server/revoke-api-key.ts';
import { shownDay } from '#lib/access/shown-date.ts';
import { addWebhook, checkReachable } from '#lib/directory/webhooks/server/add-webhook.ts';
import { removeWebhook, WebhookToRemove } from '#lib/directory/webhooks/server/remove-webhook.ts';
import { listWebhooks } from '#lib/directory/webhooks/server/webhooks.ts';
import { shownWebhook } from '#lib/directory/webhooks/shown-webhook.ts';
import { followedEvents, NewWebhook, toldEvents, whyNotTold } from '#lib/directory/webhooks/webhook.ts';
import { readForm } from '#lib/form.ts';
import { refuseIf } from '#lib/refusal.ts';
import { translate } from '#lib/texts/translator.ts';
import type { PageServerLoad } from './$types.ts';

const here = '/compte/cles';

export const load: PageServerLoad = async ({ locals: { act, actor } }) => {
	const [keys, webhooks] = await act(async (one) => [await listApiKeys(one), await listWebhooks(one)]);
	return {
		keys: keys.map(({ id, name, beginning, scopes: given, expiresAt, lastUsedAt }) => ({
			id,
			name,
			beginning,
			scope: translate(`keys.scope.${widest(given)}`),
			until: shownDay(expiresAt),
			used: lastUsedAt ? shownDay(lastUsedAt) : translate('keys.never-used'),
		})),
		webhooks: webhooks.map(shownWebhook),
		people: scopesOf(actor.hat).some(isPersonal),
		scopes: scopesOf(actor.hat).map((value) => ({ value, label: translate(`keys.scope.${value}`) })),
		lifetimes: lifetimes.map((days) => ({ value: String(days), label: translate('keys.days', { days }) })),
		events: [...toldEvents, ...followedEvents]
			.filter((value) => !whyNotTold(scopesOf(actor.hat), [value]))
			.map((value) => ({ value, label: translate(`keys.event.${value}`) })),
	};
};

/** What a key permits, by its widest scope. */
const widest = (given: readonly string[]) =>
	(['steps', 'referrals', 'webhooks'] as const).find((scope) => given.includes(scope)) ?? 'read';

export const actions: Actions = {
	creer: async ({ request, locals }) => {
		const form = await readForm(request, NewApiKey);
		if (!form.ok) return fail(422, { key: form });
		const done = await answerForm(form.value, () => locals.act((act) => createApiKey(act, form.value)));
		return done.ok ? { created: done.value } : fail(done.status, { key: done });
	},
	arreter: async ({ request, locals }) => {
		const form = await readForm(request, KeyToRevoke);
		if (!form.ok) return fail(422, { key: form });
		await locals.act((act) => revokeApiKey(act, form.value));
		redirect(303, doneAt(here, 'cle-arretee'));
	},
	prevenir: async ({ request, locals }) => {
		const form = await readForm(request, NewWebhook, ['events']);
		if (!form.ok) return fail(422, { webhook: form });
		const done = await answerForm(form.value, async () => {
			refuseIf(whyNotTold(scopesOf(locals.actor.hat), form.value.events), 422);
			await checkReachable(form.value.url);
			return locals.act((act) => addWebhook(act, form.value, locals.safe));
		});
		return done.ok ? { secret: done.value } : fail(done.status, { webhook: done });
	},
	'ne-plus-prevenir': async ({ request, locals }) => {
		const form = await readForm(request, WebhookToRemove);
		if (!form.ok) return fail(422, { webhook: form });
		await locals.act((act) => removeWebhook(act, form.value));
		redirect(303, doneAt(here, 'adresse-retiree'));
	},
};
