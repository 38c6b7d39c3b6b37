import { expect, test } from 'vitest';
import { answerWith, createPageCache, type KeptPage, readPage } from './page-cache.ts';

const page = (size: number, etag: string | null = null): KeptPage => ({
	body: new Uint8Array(size),
	headers: [['content-type', 'text/html'], ...(etag ? [['etag', etag] as const] : [])],
	etag,
});

test('the page least lately asked for leaves first', () => {
	const cache = createPageCache(250);
	cache.keep('a', page(100));
	cache.keep('b', page(100));
	cache.get('a');
	cache.keep('c', page(100));
	expect(['a', 'b', 'c'].map((key) => cache.get(key) !== undefined)).toEqual([true, false, true]);
});

test('a page kept twice counts once', () => {
	const cache = createPageCache(250);
	for (let i = 0; i < 10; i++) cache.keep('a', page(100));
	cache.keep('b', page(100));
	expect(cache.get('a')).toBeDefined();
});

test('a reader who has the page gets no body', async () => {
	const kept = page(10, '"x1"');
	expect(answerWith(kept, 'W/"x1"').status).toBe(304);
	expect(answerWith(kept, '"other", "x1"').status).toBe(304);
	const whole = answerWith(kept, '"x2"');
	expect(whole.status).toBe(200);
	expect((await whole.arrayBuffer()).byteLength).toBe(10);
});

test('nobody’s cookie is kept with a page', async () => {
	const response = new Response('x', {
		headers: { 'set-cookie': 'session=secret', 'content-type': 'text/html' },
	});
	expect((await readPage(response)).headers.map(([name]) => name)).toEqual(['content-type']);
});
