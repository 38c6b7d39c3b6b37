import { gunzipSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { ndjsonAnswer } from './ndjson-answer.ts';

const accepting = (encoding?: string) =>
	new Request('https://exemple.fr', { headers: encoding ? { 'accept-encoding': encoding } : {} });
const pages = [[{ a: 1 }, { a: 2 }], [], [{ a: 3 }]];
const lines = '{"a":1}\n{"a":2}\n{"a":3}\n';

test('objects come one a line, packed for whoever accepts it', async () => {
	for (const plain of [undefined, 'br', 'gzip;q=0'])
		expect(await ndjsonAnswer(accepting(plain), pages).text()).toBe(lines);
	const packed = ndjsonAnswer(accepting('br, gzip'), pages);
	expect(packed.headers.get('content-encoding')).toBe('gzip');
	expect(gunzipSync(await packed.arrayBuffer()).toString()).toBe(lines);
});

test('a failure on the way breaks the stream off; whoever leaves ends the reading', async () => {
	const ended = vi.fn();
	async function* reading() {
		try {
			yield [{ a: 1 }];
			throw new Error('lost');
		} finally {
			ended();
		}
	}
	await expect(ndjsonAnswer(accepting(), reading()).text()).rejects.toThrow('lost');
	expect(ended).toHaveBeenCalledTimes(1);
	const reader = ndjsonAnswer(accepting(), reading()).body!.getReader();
	await reader.read();
	await reader.cancel();
	expect(ended).toHaveBeenCalledTimes(2);
});
