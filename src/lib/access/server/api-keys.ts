import { sql } from 'kysely';
import type { Act } from '../../server/act.ts';
import { type ApiKey, type Scope, scopes } from '../api-key.ts';
import { tokenHash } from './tokens.ts';

/** The keys of the acting account that still serve, the newest first. */
export const listApiKeys = ({ tx, actor, at }: Act) =>
	tx
		.selectFrom('apiKey')
		.select(['id', 'beginning', 'name', 'scopes', 'createdAt', 'expiresAt', 'lastUsedAt'])
		.where('accountId', '=', actor.accountId)
		.where('revokedAt', 'is', null)
		.where('expiresAt', '>', at)
		.orderBy('createdAt', 'desc')
		.execute();

/** The key that a request shows, at the door; its last use is noted to the nearest five minutes. */
export async function findApiKey({ tx, at }: Act, shown: string): Promise<ApiKey | undefined> {
	const row = await tx
		.selectFrom('apiKey')
		.innerJoin('account', 'account.id', 'apiKey.accountId')
		.select(['apiKey.id', 'accountId', 'scopes', 'perMinute', 'lastUsedAt'])
		.where('tokenHash', '=', tokenHash(shown))
		.where('revokedAt', 'is', null)
		.where('apiKey.expiresAt', '>', at)
		.where('suspendedAt', 'is', null)
		.executeTakeFirst();
	if (!row) return undefined;
	const { lastUsedAt, ...key } = row;
	if (!lastUsedAt || at.getTime() - lastUsedAt.getTime() > 300_000)
		await sql`update api_key set last_used_at = ${at} where id = ${key.id}`.execute(tx);
	return { ...key, scopes: scopes.filter((scope): scope is Scope => key.scopes.includes(scope)) };
}
