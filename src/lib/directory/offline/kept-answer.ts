/** Where a phone keeps the list of a département, and nothing else. */
export const keptUnder = 'hors-ligne';
/** What a phone is asked to keep at most, whatever a département holds. */
export const mostBytes = 2_000_000;

/** The addresses that lists have. */
export const isListAddress = (pathname: string): boolean => /^\/hors-ligne\/\d[\dAB]\d?$/.test(pathname);

/** What a browser tells of an answer, before its body is read. */
export type Answered = Pick<Response, 'status' | 'type' | 'redirected' | 'url' | 'headers'>;

/**
 * Whether an answer may stay on a phone that others hold too: a list, asked without any cookie, that the server forbids
 * nobody to keep. Set-Cookie is never shown to a page: asked without credentials, it is refused by the browser.
 */
export function mayBeKept({ status, type, redirected, url, headers }: Answered): boolean {
	return (
		status === 200 &&
		type === 'basic' &&
		!redirected &&
		isListAddress(new URL(url).pathname) &&
		(headers.get('content-type') ?? '').startsWith('text/html') &&
		!/no-store/i.test(headers.get('cache-control') ?? '')
	);
}

/** The kept list, with what only its keeper is shown: that it is kept, and how to erase it. */
export const asKept = (page: string): string =>
	page.replace('<div class=notice hidden>', '<div class=notice>');
