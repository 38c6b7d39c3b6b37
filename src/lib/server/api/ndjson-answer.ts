import { corsHeaders } from './cors.ts';

/**
 * Objects one a line, sent as they are read: whoever reads slowly slows the reading down, and memory stays flat. A
 * failure on the way breaks the stream off, so that half an answer is never taken for a whole one.
 */
export function ndjsonAnswer(
	pages: AsyncIterable<readonly unknown[]> | Iterable<readonly unknown[]>,
): Response {
	const reading = inTurn(pages);
	const encoder = new TextEncoder();
	const body = new ReadableStream<Uint8Array>(
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
	return new Response(body, {
		headers: { ...corsHeaders, 'content-type': 'application/x-ndjson', 'cache-control': 'no-cache' },
	});
}

async function* inTurn<Item>(items: AsyncIterable<Item> | Iterable<Item>): AsyncGenerator<Item> {
	yield* items;
}
