import type { RequestEvent } from '@sveltejs/kit';
import { translate } from '../../texts/translator.ts';
import { type ApiKey, anonymousPerMinute, keyShown } from '../api-key.ts';
import { type Allowance, createRate } from '../rate.ts';
import { findApiKey } from './api-keys.ts';

const take = createRate();
const remembered = new Map<string, { key: ApiKey | undefined; until: number }>();
const rememberMs = 30_000;
const mostRemembered = 10_000;

/**
 * Who asks an address of the API, and whether the minute allows it: `refused` is the answer when not. A key is looked up
 * twice a minute at most, so one that is revoked serves thirty seconds more at the latest.
 */
export async function admitMachine(
	event: RequestEvent,
	now: number = Date.now(),
): Promise<{ readonly key?: ApiKey; readonly allowance: Allowance; readonly refused?: Response }> {
	const shown = keyShown(event.request.headers.get('authorization'));
	const address = addressOf(event);
	const key = shown === undefined ? undefined : await known(event, shown, now);
	const allowance = key
		? take(`key ${key.id}`, key.perMinute, now)
		: take(`address ${address}`, anonymousPerMinute, now);
	if (shown !== undefined && !key)
		return {
			allowance,
			refused: problem(401, translate('access.key-wrong'), { 'www-authenticate': 'Bearer' }),
		};
	if (!allowance.allowed)
		return { allowance, refused: problem(429, translate('access.too-often'), rateHeaders(allowance)) };
	return { ...(key && { key }), allowance };
}

async function known(event: RequestEvent, shown: string, now: number): Promise<ApiKey | undefined> {
	const before = remembered.get(shown);
	if (before && before.until > now) return before.key;
	const key = await event.locals.door((act) => findApiKey(act, shown));
	if (remembered.size >= mostRemembered) remembered.clear();
	remembered.set(shown, { key, until: now + rememberMs });
	return key;
}

/** A proxy that says nothing of the caller makes all callers one: they share a minute. */
function addressOf(event: RequestEvent): string {
	try {
		return event.getClientAddress();
	} catch {
		return 'unknown';
	}
}

/** RFC 9457. */
const problem = (status: number, detail: string, headers: Record<string, string>): Response =>
	Response.json(
		{ type: 'about:blank', status, title: detail, detail },
		{
			status,
			headers: { 'content-type': 'application/problem+json', 'access-control-allow-origin': '*', ...headers },
		},
	);

export const rateHeaders = ({ limit, remaining, retryAfter }: Allowance): Record<string, string> => ({
	'ratelimit-limit': String(limit),
	'ratelimit-remaining': String(remaining),
	...(retryAfter > 0 && { 'retry-after': String(retryAfter) }),
});
