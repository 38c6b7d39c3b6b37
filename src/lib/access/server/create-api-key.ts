import type * as z from 'zod';
import { Refusal } from '../../refusal.ts';
import type { Act } from '../../server/act.ts';
import { record } from '../../server/events.ts';
import { givenWith, isPersonal, keyPerMinute, keyText, type NewApiKey, scopesOf } from '../api-key.ts';
import { newToken, tokenHash } from './tokens.ts';

const dayMs = 86_400_000;
const shownBeginning = 10;

/**
 * Makes a key for a machine. The answer is the only time it is ever shown: its hash alone is kept.
 * @throws Refusal 422 when the hat put on may not permit that
 */
export async function createApiKey(
	act: Act,
	{ name, scope, days }: z.infer<typeof NewApiKey>,
): Promise<string> {
	const { hat } = act.actor;
	if (!scopesOf(hat).includes(scope)) throw new Refusal(422, 'access.key-scope-missing');
	const key = keyText(newToken());
	const { id } = await act.tx
		.insertInto('apiKey')
		.values({
			tokenHash: tokenHash(key),
			beginning: key.slice(0, shownBeginning),
			name,
			accountId: act.actor.accountId ?? '',
			scopes: [...givenWith(scope)],
			hatId: isPersonal(scope) ? (hat?.id ?? null) : null,
			perMinute: keyPerMinute,
			createdAt: act.at,
			expiresAt: new Date(act.at.getTime() + days * dayMs),
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	await record(act, 'api-key.created', id, { scopes: scope });
	return key;
}
