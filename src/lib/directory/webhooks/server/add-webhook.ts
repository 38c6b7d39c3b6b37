import type * as z from 'zod';
import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { ask } from '#lib/server/outgoing.ts';
import type { Safe } from '#lib/server/safe.ts';
import type { NewWebhook } from '../webhook.ts';
import { newSecret } from './sign.ts';

const most = 20;

/**
 * Adds a webhook for the acting account. Returns its secret, shown this once.
 * @throws Refusal 409 when the account has too many of them
 */
export async function addWebhook(
	act: Act,
	{ url, events }: z.infer<typeof NewWebhook>,
	safe: Safe,
): Promise<string> {
	const { tx, at, actor } = act;
	const accountId = actor.accountId ?? '';
	const { count } = await tx
		.selectFrom('webhook')
		.select(({ fn }) => fn.countAll<number>().as('count'))
		.where('endedAt', 'is', null)
		.executeTakeFirstOrThrow();
	if (Number(count) >= most) throw new Refusal(409, 'keys.too-many-webhooks', { most });
	const secret = newSecret();
	const { id } = await tx
		.insertInto('webhook')
		.values({ accountId, url, secret: safe.seal(secret, accountId), events, createdAt: at })
		.returning('id')
		.executeTakeFirstOrThrow();
	await record(act, 'webhook.added', id, { events });
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
