import { randomUUID } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, isSigned } from '../examples/case-software/client.ts';
import { newSecret, signedHeaders } from '../src/lib/directory/webhooks/server/sign.ts';

const at = new Date('2026-11-23T11:00:00Z');
const body = JSON.stringify({ type: 'referral.received', subject: randomUUID() });

test('the example knows what we signed from what another did, or changed, or kept for later', () => {
	const secret = newSecret();
	const headers = signedHeaders(secret, randomUUID(), at, body);
	expect(isSigned(secret, headers, body, at)).toBe(true);
	const rotated = { ...headers, 'webhook-signature': `v1,AAAA ${headers['webhook-signature']}` };
	expect(isSigned(secret, rotated, body, at)).toBe(true);
	expect(isSigned(newSecret(), headers, body, at)).toBe(false);
	expect(isSigned(secret, headers, `${body} `, at)).toBe(false);
	expect(isSigned(secret, headers, body, new Date(at.getTime() + 301_000))).toBe(false);
	expect(isSigned(secret, { ...headers, 'webhook-timestamp': 'demain' }, body, at)).toBe(false);
	for (const name of ['webhook-id', 'webhook-timestamp', 'webhook-signature'])
		expect(isSigned(secret, { ...headers, [name]: undefined }, body, at)).toBe(false);
});

const asked: http.IncomingHttpHeaders[] = [];
const answers: [status: number, told: object][] = [];
const server = http.createServer((request, response) => {
	asked.push(request.headers);
	const [status, told] = answers.shift() ?? [500, {}];
	response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(told));
});
let api: ReturnType<typeof connect>;
beforeAll(async () => {
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	api = connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, 'pas_essai', 1);
});
afterAll(() => void server.close());

test('what may not have arrived is sent again under the same key; a refusal is not', async () => {
	answers.push([503, {}], [409, { code: 'exchange.key-busy' }], [200, { id: 'x', version: 3 }]);
	await api.answer({ id: 'x', version: 2 }, { answer: 'review' });
	expect(asked).toHaveLength(3);
	expect(new Set(asked.map((headers) => headers['idempotency-key'])).size).toBe(1);
	expect(asked[0]).toMatchObject({ 'if-match': '"2"', authorization: 'Bearer pas_essai' });
	answers.push([412, { code: 'pathway-api.changed', detail: 'Cela a changé.' }]);
	const late = api.answer({ id: 'x', version: 2 }, { answer: 'review' });
	await expect(late).rejects.toMatchObject({ status: 412, message: 'Cela a changé.' });
	expect(asked).toHaveLength(4);
});

test('what changed is read to the end, page by page', async () => {
	answers.push(
		[200, { items: [{ id: 'a' }], next: '1.a', more: true }],
		[200, { items: [{ id: 'b' }], next: '2.b', more: false }],
	);
	expect(await api.steps(null)).toEqual({ items: [{ id: 'a' }, { id: 'b' }], cursor: '2.b' });
});
