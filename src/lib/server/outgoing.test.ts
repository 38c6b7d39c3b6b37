import http from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Answer, ask, isPublicAddress } from './outgoing.ts';

const server = http.createServer((request, response) => {
	if (request.url === '/slow') return;
	if (request.url === '/away') return void response.writeHead(302, { location: 'http://127.0.0.1/' }).end();
	if (request.url === '/big') return void response.end('x'.repeat(100_000));
	response.end(`${request.method} ${request.headers['user-agent']}`);
});
let base = '';
beforeAll(async () => {
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	base = `http://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

const options = { timeoutMs: 2000, maxBytes: 50_000 };
const here = { ...options, mayReach: () => true };
const textOf = async ({ body }: Answer) => Buffer.concat(await Array.fromAsync(body)).toString();

test('what is public answers; a redirection is told, never followed', async () => {
	expect(await textOf(await ask(`${base}/`, here))).toBe('GET Passerelles');
	const { status, headers } = await ask(`${base}/away`, here);
	expect([status, headers.location]).toEqual([302, 'http://127.0.0.1/']);
});

test.each([
	'http://127.0.0.1/',
	'http://2130706433/',
	'http://0x7f.1/',
	'http://0/',
	'http://[::1]/',
	'http://[::ffff:127.0.0.1]/',
	'http://[fe80::1]/',
	'http://[64:ff9b::7f00:1]/',
	'http://[2002:7f00:1::]/',
	'http://10.0.0.1/',
	'http://169.254.169.254/latest/meta-data',
	'http://100.64.0.1/',
])('%s is private: nothing is sent', async (address) => {
	await expect(ask(address, options)).rejects.toMatchObject({ reason: 'outgoing.private' });
});

test('a name whose address is private is refused when it connects', async () => {
	await expect(ask(`${base}/`, options)).rejects.toMatchObject({ reason: 'outgoing.private' });
});

test.each([
	['javascript:alert(1)', 'outgoing.not-address'],
	['file:///etc/passwd', 'outgoing.not-address'],
	['exemple', 'outgoing.not-address'],
	['https://nom:secret@exemple.fr/', 'outgoing.no-password'],
])('%s is no address to ask', async (address, reason) => {
	await expect(ask(address, options)).rejects.toMatchObject({ reason });
});

test('what is too slow or too big is given up', async () => {
	await expect(ask(`${base}/slow`, { ...here, timeoutMs: 100 })).rejects.toMatchObject({
		reason: 'outgoing.too-slow',
	});
	await expect(ask(`${base}/big`, here).then(textOf)).rejects.toMatchObject({ reason: 'outgoing.too-big' });
});

test('no private network of IPv4 is public, however its last bytes are', () => {
	const byte = fc.integer({ min: 0, max: 255 });
	fc.assert(
		fc.property(fc.constantFrom('10', '127', '0', '224', '255'), byte, byte, byte, (first, b, c, d) => {
			expect(isPublicAddress([first, b, c, d].join('.'))).toBe(false);
		}),
	);
	expect(isPublicAddress('9.9.9.9')).toBe(true);
	expect(isPublicAddress('2a01:e0a::1')).toBe(true);
	expect(isPublicAddress('exemple.fr')).toBe(false);
});
