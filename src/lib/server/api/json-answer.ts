import { hash } from 'node:crypto';
import { corsHeaders } from './cors.ts';

interface Kept {
	/** Seconds during which caches serve it without asking. */
	readonly maxAge: number;
	readonly contentType?: string;
}

/** Public data in JSON under a strong ETag; nothing but 304 for whoever has it already (RFC 9110, 13.1.2). */
export function jsonAnswer(
	request: Request,
	body: unknown,
	{ maxAge, contentType = 'application/json' }: Kept,
): Response {
	const text = JSON.stringify(body);
	const etag = `"${hash('sha256', text, 'base64url').slice(0, 27)}"`;
	const headers = { ...corsHeaders, etag, 'cache-control': `public, max-age=${maxAge}` };
	if (isKnown(request.headers.get('if-none-match'), etag))
		return new Response(null, { status: 304, headers });
	return new Response(text, { headers: { ...headers, 'content-type': contentType } });
}

/** Whether the answer is one that is had already. */
export const isKnown = (ifNoneMatch: string | null, etag: string): boolean =>
	(ifNoneMatch ?? '')
		.split(',')
		.map((one) => one.trim().replace(/^W\//, ''))
		.some((one) => one === etag || one === '*');
