/** What decides the headers of an answer. */
export interface Reader {
	/** The installation's public address is https. */
	readonly https: boolean;
	/** Somebody is signed in, or the page is about an account: nothing of it is kept anywhere. */
	readonly personal: boolean;
	/** Other sites may show it inside their pages: nothing of an account is on it. */
	readonly framed?: boolean;
}

const always: Readonly<Record<string, string>> = {
	'x-content-type-options': 'nosniff',
	'x-frame-options': 'DENY',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'permissions-policy':
		'geolocation=(self), camera=(), microphone=(), payment=(), usb=(), serial=(), bluetooth=(), midi=(), display-capture=(), browsing-topics=()',
};

const onlyHttps = `max-age=${365 * 24 * 3600}; includeSubDomains`;

/** The headers of what never passes through our hooks: files, and the framework's own refusals. */
export const fileHeaders = (https: boolean): Readonly<Record<string, string>> => ({
	'x-content-type-options': 'nosniff',
	...(https && { 'strict-transport-security': onlyHttps }),
});

/** Pages bring their own policy, with a nonce; what is not a page runs and embeds nothing. */
const nothingRuns = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/**
 * The headers of every answer. "same-origin" and not "no-referrer" where somebody is signed in: with the latter,
 * browsers hide the origin of our own forms, and they are refused as foreign (Fetch, "append a request Origin header").
 */
export function withSafeHeaders(response: Response, { https, personal, framed = false }: Reader): Response {
	const { headers } = response;
	for (const [name, value] of Object.entries(always)) headers.set(name, value);
	if (https) headers.set('strict-transport-security', onlyHttps);
	headers.set('referrer-policy', personal ? 'same-origin' : 'strict-origin-when-cross-origin');
	if (!headers.has('content-security-policy')) headers.set('content-security-policy', nothingRuns);
	if (framed) letFrame(headers);
	if (personal) headers.set('cache-control', 'no-store');
	else if (!headers.has('cache-control')) headers.set('cache-control', 'private, no-cache');
	return response;
}

/** Any site may frame this answer, or run it as its own script; it still embeds, runs and sends nothing more itself. */
function letFrame(headers: Headers): void {
	headers.delete('x-frame-options');
	headers.set('cross-origin-resource-policy', 'cross-origin');
	const policy = headers.get('content-security-policy') ?? '';
	headers.set('content-security-policy', policy.replace("frame-ancestors 'none'", 'frame-ancestors *'));
}
