import { sql } from 'kysely';
import type { Hat, Role } from '../../actor.ts';
import type { Act } from '../../server/act.ts';
import { type ApiKey, scopes } from '../api-key.ts';
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
		.leftJoin('hat', 'hat.id', 'apiKey.hatId')
		.select(['apiKey.id', 'apiKey.accountId', 'scopes', 'perMinute', 'lastUsedAt'])
		.select(['hatId', 'hat.role', 'hat.organisationId', 'hat.territoryKind', 'hat.territoryCode'])
		.where('tokenHash', '=', tokenHash(shown))
		.where('revokedAt', 'is', null)
		.where('apiKey.expiresAt', '>', at)
		.where('suspendedAt', 'is', null)
		// A key ends with the hat in whose name it acts.
		.where('hat.endedAt', 'is', null)
		.executeTakeFirst();
	if (!row) return undefined;
	if (!row.lastUsedAt || at.getTime() - row.lastUsedAt.getTime() > 300_000)
		await sql`update api_key set last_used_at = ${at} where id = ${row.id}`.execute(tx);
	const { id, accountId, perMinute } = row;
	const given = scopes.filter((scope) => row.scopes.includes(scope));
	return { id, accountId, perMinute, scopes: given, hat: hatOf(row) };
}

interface HatColumns extends Omit<Hat, 'id' | 'role'> {
	readonly hatId: string | null;
	readonly role: string | null;
}
const hatOf = ({ hatId, role, organisationId, territoryKind, territoryCode }: HatColumns): Hat | null =>
	hatId && role ? { id: hatId, role: role as Role, organisationId, territoryKind, territoryCode } : null;
