import { hash } from 'node:crypto';
import { isKnown } from '#lib/server/api/json-answer.ts';
import { cursorOf } from '../cursor.ts';

interface Versioned {
	readonly id: string;
	readonly version: number;
	readonly changedAt: string;
}

/** One thing under an ETag that bears its version; nothing but 304 for whoever has it already. */
export function answerOne(
	request: Request,
	one: Versioned,
	status = 200,
	headers: HeadersInit = {},
): Response {
	const text = JSON.stringify(one);
	return answer(request, text, `"${one.version}.${digest(text)}"`, status, headers);
}

/** What has changed, and the cursor from which to ask for what comes after. */
export function answerChanges(
	request: Request,
	items: readonly Versioned[],
	{ since, limit }: Asking,
): Response {
	const last = items.at(-1);
	const next = last
		? cursorOf({ at: new Date(last.changedAt), id: last.id })
		: since
			? cursorOf(since)
			: null;
	const text = JSON.stringify({ items, next, more: items.length === limit });
	return answer(request, text, `"${digest(text)}"`, 200, {});
}
interface Asking {
	readonly since?: Parameters<typeof cursorOf>[0] | undefined;
	readonly limit: number;
}

function answer(
	request: Request,
	text: string,
	etag: string,
	status: number,
	headers: HeadersInit,
): Response {
	if (request.method === 'GET' && isKnown(request.headers.get('if-none-match'), etag))
		return new Response(null, { status: 304, headers: { etag } });
	const told = new Headers(headers);
	told.set('etag', etag);
	told.set('content-type', 'application/json');
	return new Response(text, { status, headers: told });
}

const digest = (text: string): string => hash('sha256', text, 'base64url').slice(0, 27);
