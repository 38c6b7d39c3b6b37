import { corsHeaders } from './cors.ts';

/**
 * Objects one a line, sent as they are read: whoever reads slowly slows the reading down, and memory stays flat. A
 * failure on the way breaks the stream off, so that half an answer is never taken for a whole one.
 */
export function ndjsonAnswer(pages: AsyncIterable<readonly unknown[]>): Response {
	const reading = pages[Symbol.asyncIterator]();
	const encoder = new TextEncoder();
	const body = new ReadableStream<Uint8Array>(
		{
			async pull(controller) {
				const { done, value } = await reading.next();
				if (done) return controller.close();
				controller.enqueue(encoder.encode(value.map((one) => `${JSON.stringify(one)}\n`).join('')));
			},
			async cancel() {
				await reading.return?.();
			},
		},
		{ highWaterMark: 1 },
	);
	return new Response(body, {
		headers: { ...corsHeaders, 'content-type': 'application/x-ndjson', 'cache-control': 'no-cache' },
	});
}
