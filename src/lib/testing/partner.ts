import type { ApiKey, Scope } from '../access/api-key.ts';
import { findApiKey } from '../access/server/api-keys.ts';
import { createApiKey } from '../access/server/create-api-key.ts';
import type { ActingAs, Asked } from '../pathway/exchange/server/as-partner.ts';
import { actAs, actAtTheDoor } from '../server/act.ts';
import { safeOf } from '../server/safe.ts';
import { noon, type World } from './world.ts';

/** An instant at which all that was written at noon has settled. */
export const aMinuteLater = new Date(noon.getTime() + 60_000);

const safe = safeOf('secret des essais');

export interface Sent {
	readonly method?: 'GET' | 'POST';
	readonly path?: string;
	readonly body?: unknown;
	readonly headers?: Readonly<Record<string, string>>;
}

/** A program of an organisation, that holds a key; what it asks is done a minute after noon, unless it says another instant. */
export interface Partner {
	readonly key: ApiKey;
	ask(
		answer: (event: Asked, actingAs: ActingAs) => Promise<Response>,
		sent?: Sent,
		at?: Date,
	): Promise<{ status: number; headers: Headers; told: Told }>;
}
// What is answered is read as a program in any language would: its schema is tested apart.
// biome-ignore lint/suspicious/noExplicitAny: the JSON of an answer
type Told = any;

/** The program of somebody who made a key. */
export async function partnerOf(
	{ db }: World,
	{ act }: Awaited<ReturnType<World['person']>>,
	scope: Scope = 'referrals',
): Promise<Partner> {
	const shown = await act((here) => createApiKey(here, { name: 'Logiciel', scope, days: 90 }));
	const key = await actAtTheDoor(db, () => noon)((here) => findApiKey(here, shown));
	if (!key) throw new Error('a key just made serves');
	return {
		key,
		ask: async (answer, { method, path = '/api/v1', body, headers = {} } = {}, at = aMinuteLater) => {
			const url = new URL(path, 'https://passerelles.test');
			const request = new Request(url, {
				method: method ?? (body === undefined ? 'GET' : 'POST'),
				headers,
				...(body !== undefined && { body: JSON.stringify(body) }),
			});
			const locals = { machine: key, safe, origin: url.origin } as unknown as App.Locals;
			const answered = await answer({ request, url, locals }, (actor) => actAs(db, actor, () => at));
			const text = await answered.text();
			return {
				status: answered.status,
				headers: answered.headers,
				told: text === '' ? null : JSON.parse(text),
			};
		},
	};
}
