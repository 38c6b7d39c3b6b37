import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const compressed = promisify(gzip);
const compressible = /^(text\/(html|css|plain|csv|calendar)|application\/(json|xml|javascript)|image\/svg)/;

/** Below this size, a packet holds it as it is. */
const worthIt = 1024;

/** Gzips pages and data for whoever accepts it; streams of events, files and answers without a body pass as they are. */
export async function compress(request: Request, response: Response): Promise<Response> {
	const { headers } = response;
	if (
		!response.body ||
		headers.has('content-encoding') ||
		!compressible.test(headers.get('content-type') ?? '')
	)
		return response;
	headers.append('vary', 'accept-encoding');
	if (!acceptsGzip(request) || isKnown(request, headers)) return response;
	const plain = Buffer.from(await response.arrayBuffer());
	if (plain.length < worthIt) return new Response(plain, response);
	headers.set('content-encoding', 'gzip');
	headers.delete('content-length');
	return new Response(await compressed(plain, { level: 4 }), response);
}

const acceptsGzip = (request: Request): boolean =>
	/(^|[,\s])(gzip|\*)(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(request.headers.get('accept-encoding') ?? '');

/** The reader already has this very answer: it will leave as 304, without a body. */
function isKnown(request: Request, headers: Headers): boolean {
	const etag = headers.get('etag');
	return etag !== null && request.headers.get('if-none-match')?.replace(/^W\//, '') === etag;
}
