/** Public data are read from any page of the web; cookies never come along, so no answer is personal. */
export const corsHeaders = {
	'access-control-allow-origin': '*',
	'access-control-expose-headers': 'etag, link, ratelimit-limit, ratelimit-remaining, retry-after',
} as const;

/** The answer to a browser that asks what it may send. */
export const preflight = (methods: readonly ('GET' | 'POST')[]): Response =>
	new Response(null, {
		status: 204,
		headers: {
			...corsHeaders,
			'access-control-allow-methods': methods.join(', '),
			'access-control-allow-headers': 'authorization, content-type, if-none-match',
			'access-control-max-age': '86400',
		},
	});
