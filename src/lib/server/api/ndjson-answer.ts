import { corsHeaders } from './cors.ts';

/**
 * Objects one a line, sent as they are read, packed for whoever accepts it: whoever reads slowly slows the reading down, and memory stays flat. A
 * failure on the way breaks the stream off, so that half an answer is never taken for a whole one.
 */
export function ndjsonAnswer(
	request: Request,
	pages: AsyncIterable<readonly unknown[]> | Iterable<readonly unknown[]>,
): Response {
	const reading = inTurn(pages);
	const encoder = new TextEncoder();
	const body = new ReadableStream<BufferSource>(
		{
			async pull(controller) {
				const { done, value } = await reading.next();
				if (done) return controller.close();
				controller.enqueue(encoder.encode(value.map((one) => `${JSON.stringify(one)}\n`).join('')));
			},
			async cancel() {
				await reading.return(undefined);
			},
		},
		{ highWaterMark: 1 },
	);
	const headers = {
		...corsHeaders,
		'content-type': 'application/x-ndjson',
		'cache-control': 'no-cache',
		vary: 'accept-encoding',
	};
	if (!acceptsGzip(request)) return new Response(body, { headers });
	const packed = body.pipeThrough(new CompressionStream('gzip'));
	return new Response(packed, { headers: { ...headers, 'content-encoding': 'gzip' } });
}

/** RFC 9110, 12.5.3: named, and not with a weight of nought. */
const acceptsGzip = ({ headers }: Request): boolean =>
	/\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/i.test(headers.get('accept-encoding') ?? '');

async function* inTurn<Item>(items: AsyncIterable<Item> | Iterable<Item>): AsyncGenerator<Item> {
	yield* items;
}
