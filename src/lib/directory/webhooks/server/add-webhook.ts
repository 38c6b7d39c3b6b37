import type * as z from 'zod';
import { scopesOf } from '#lib/access/api-key.ts';
import { Refusal, refuseIf } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { enqueue } from '#lib/server/jobs.ts';
import { ask } from '#lib/server/outgoing.ts';
import type { Safe } from '#lib/server/safe.ts';
import { isFollowed, type NewWebhook, whyNotTold } from '../webhook.ts';
import { newSecret } from './sign.ts';

const most = 20;

/**
 * Adds a webhook for the acting account; one that tells of people belongs to its hat, and ends with it. Returns its
 * secret, shown this once.
 * @throws Refusal 409 when the account has too many of them; 422 when that hat may not be told of it
 */
export async function addWebhook(
	act: Act,
	{ url, events }: z.infer<typeof NewWebhook>,
	safe: Safe,
): Promise<string> {
	const { tx, at, actor } = act;
	const accountId = actor.accountId ?? '';
	const followed = events.some(isFollowed);
	if (followed) refuseIf(whyNotTold(scopesOf(actor.hat), events), 422);
	const { count } = await tx
		.selectFrom('webhook')
		.select(({ fn }) => fn.countAll<number>().as('count'))
		.where('endedAt', 'is', null)
		.executeTakeFirstOrThrow();
	if (Number(count) >= most) throw new Refusal(409, 'keys.too-many-webhooks', { most });
	const secret = newSecret();
	const { id } = await tx
		.insertInto('webhook')
		.values({
			accountId,
			hatId: followed ? (actor.hat?.id ?? null) : null,
			url,
			secret: safe.seal(secret, accountId),
			events,
			createdAt: at,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	await record(act, 'webhook.added', id, { events });
	if (events.includes('step.due'))
		await enqueue(act, 'tell-due-steps', { webhookId: id }, { key: `due ${id}` });
	return secret;
}

/**
 * Checks before anything is written that the address is public and answers at all, whatever it answers.
 * @throws Refusal 422 with what is wrong
 */
export async function checkReachable(url: string): Promise<void> {
	const { body } = await ask(url, { timeoutMs: 5000, maxBytes: 1_000_000 });
	for await (const _ of body) break;
}
