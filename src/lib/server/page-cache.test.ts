import { expect, test } from 'vitest';
import { answerWith, createPageCache, type KeptPage, keepPages, readPage } from './page-cache.ts';

const page = (size: number, etag: string | null = null): KeptPage => ({
	body: new Uint8Array(size),
	headers: [['content-type', 'text/html'], ...(etag ? [['etag', etag] as const] : [])],
	etag,
});

test('the page least lately asked for leaves first', () => {
	const cache = keepPages(250);
	cache.keep('a', page(100));
	cache.keep('b', page(100));
	cache.get('a');
	cache.keep('c', page(100));
	expect(['a', 'b', 'c'].map((key) => cache.get(key) !== undefined)).toEqual([true, false, true]);
});

test('a page kept twice counts once', () => {
	const cache = keepPages(250);
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

const html = (body = 'page', init: ResponseInit = {}) => new Response(body, init);

test('whoever asks while a page is being drawn waits for that one', async () => {
	const cache = createPageCache(1000);
	let drawn = 0;
	const draw = async () => html(`page ${++drawn}`);
	const answers = await Promise.all([1, 2, 3].map(() => cache.answer('a', null, draw)));
	expect(await Promise.all(answers.map((answer) => answer.text()))).toEqual(['page 1', 'page 1', 'page 1']);
	expect(await (await cache.answer('a', null, draw)).text()).toBe('page 1');
});

test('what is not for everybody is drawn for each', async () => {
	const cache = createPageCache(1000);
	let drawn = 0;
	for (const init of [{ status: 404 }, { headers: { 'set-cookie': 'session=secret' } }]) {
		drawn = 0;
		const draw = async () => html(`page ${++drawn}`, init);
		const answers = await Promise.all([1, 2].map(() => cache.answer('b', null, draw)));
		expect(await Promise.all(answers.map((answer) => answer.text()))).toEqual(['page 1', 'page 2']);
		expect(await (await cache.answer('b', null, draw)).text()).toBe('page 3');
	}
});

test('a page that could not be drawn is tried again', async () => {
	const cache = createPageCache(1000);
	const broken = async () => Promise.reject(new Error('no database'));
	await expect(cache.answer('c', null, broken)).rejects.toThrow('no database');
	expect(await (await cache.answer('c', null, async () => html())).text()).toBe('page');
});
