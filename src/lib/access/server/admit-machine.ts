import type { RequestEvent } from '@sveltejs/kit';
import { problem } from '../../server/api/problem.ts';
import { type ApiKey, anonymousPerMinute, keyShown } from '../api-key.ts';
import { type Allowance, createRate } from '../rate.ts';
import { findApiKey } from './api-keys.ts';

const take = createRate();
const remembered = new Map<string, { readonly key: ApiKey | null; readonly until: number }>();
const rememberMs = 30_000;
const mostRemembered = 10_000;

/**
 * Lets a machine in at an address of the API, and says in each answer what is left of its minute; gives the answer when
 * its key does not serve or its minute is spent. A key is looked up twice a minute at most: one that is revoked serves
 * thirty seconds more at the latest.
 */
export async function admitMachine(
	event: RequestEvent,
	now: number = Date.now(),
): Promise<Response | undefined> {
	const shown = keyShown(event.request.headers.get('authorization'));
	const key = shown === undefined ? null : await known(event, shown, now);
	event.locals.machine = key;
	const allowance = key
		? take(`key ${key.id}`, key.perMinute, now)
		: take(`address ${addressOf(event)}`, anonymousPerMinute, now);
	event.setHeaders(rateHeaders(allowance));
	if (!allowance.allowed) return problem(429, 'access.too-often', { headers: rateHeaders(allowance) });
	if (shown !== undefined && !key) return problem(401, 'access.key-wrong', { headers: bearer });
	return undefined;
}

async function known(event: RequestEvent, shown: string, now: number): Promise<ApiKey | null> {
	const before = remembered.get(shown);
	if (before && before.until > now) return before.key;
	const key = (await event.locals.door((act) => findApiKey(act, shown))) ?? null;
	if (remembered.size >= mostRemembered) remembered.clear();
	remembered.set(shown, { key, until: now + rememberMs });
	return key;
}

/** A proxy that says nothing of its callers makes them one: they share a minute. */
function addressOf(event: RequestEvent): string {
	try {
		return event.getClientAddress();
	} catch {
		return 'unknown';
	}
}

const bearer = { 'www-authenticate': 'Bearer' };

const rateHeaders = ({ limit, remaining, retryAfter }: Allowance): Record<string, string> => ({
	'ratelimit-limit': String(limit),
	'ratelimit-remaining': String(remaining),
	...(retryAfter > 0 && { 'retry-after': String(retryAfter) }),
});
