import { gunzipSync, zstdDecompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { compress } from './compress.ts';

const long = '<p>Une passerelle</p>'.repeat(200);
const asking = (encoding?: string, more: Record<string, string> = {}) =>
	new Request('http://localhost/', {
		headers: { ...(encoding ? { 'accept-encoding': encoding } : {}), ...more },
	});
const page = (body: string | null = long, headers: Record<string, string> = {}) =>
	new Response(body, { headers: { 'content-type': 'text/html', 'content-length': '1', ...headers } });

test('a page is gzipped for who accepts it, and reads the same', async () => {
	const response = await compress(asking('deflate, gzip;q=0.8'), page());
	expect(response.headers.get('content-encoding')).toBe('gzip');
	expect(response.headers.has('content-length')).toBe(false);
	expect(response.headers.get('vary')).toBe('accept-encoding');
	expect(gunzipSync(Buffer.from(await response.arrayBuffer())).toString()).toBe(long);
});

test.each([
	['gzip, deflate, br, zstd', 'zstd', zstdDecompressSync],
	['gzip, deflate, br', 'gzip', gunzipSync],
	['gzip, zstd; q=0.0', 'gzip', gunzipSync],
	['*', 'gzip', gunzipSync],
])('« %s » gets %s, and reads the same', async (accepted, encoding, read) => {
	const response = await compress(asking(accepted), page());
	expect(response.headers.get('content-encoding')).toBe(encoding);
	expect(read(Buffer.from(await response.arrayBuffer())).toString()).toBe(long);
});

test.each([undefined, 'deflate', 'br', 'gzip;q=0', 'gzip; q=0.0', '*;q=0'])(
	'for « %s », it is left plain',
	async (encoding) => {
		const response = await compress(asking(encoding), page());
		expect(response.headers.has('content-encoding')).toBe(false);
		expect(await response.text()).toBe(long);
	},
);

test('short answers, images and streams of events pass as they are', async () => {
	for (const response of [
		page('court'),
		page(long, { 'content-type': 'image/png' }),
		page(long, { 'content-type': 'text/event-stream' }),
		page(null),
	])
		expect((await compress(asking('gzip'), response)).headers.has('content-encoding')).toBe(false);
});

test('what the reader already has is left for a 304', async () => {
	const response = await compress(asking('gzip', { 'if-none-match': 'W/"a"' }), page(long, { etag: '"a"' }));
	expect(response.headers.has('content-encoding')).toBe(false);
});

test('status and cookies are kept', async () => {
	const response = await compress(
		asking('gzip'),
		new Response(long, { status: 422, headers: { 'content-type': 'text/html', 'set-cookie': 'a=b' } }),
	);
	expect([response.status, response.headers.getSetCookie()]).toEqual([422, ['a=b']]);
});

test('a large answer is compressed too', async () => {
	const large = long.repeat(100);
	const response = await compress(asking('zstd'), page(large));
	expect(zstdDecompressSync(Buffer.from(await response.arrayBuffer())).toString()).toBe(large);
});
