import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { httpSms } from './sms.ts';

test('a message is posted to the provider, with its secret; a refusal is an error, so that the job tries again', async () => {
	const received: { authorization: string | undefined; body: unknown }[] = [];
	let status = 202;
	const provider = createServer((request, response) => {
		let body = '';
		request.on('data', (chunk) => {
			body += chunk;
		});
		request.on('end', () => {
			received.push({ authorization: request.headers.authorization, body: JSON.parse(body) });
			response.writeHead(status).end();
		});
	}).listen(0, '127.0.0.1');
	await new Promise((ready) => provider.once('listening', ready));
	const url = `http://127.0.0.1:${(provider.address() as AddressInfo).port}/messages`;
	const send = httpSms(url, 'jeton');
	await send({ to: '0639980011', text: 'Bonjour' });
	expect(received).toEqual([{ authorization: 'Bearer jeton', body: { to: '0639980011', text: 'Bonjour' } }]);
	status = 500;
	await expect(send({ to: '0639980011', text: 'Bonjour' })).rejects.toThrow('500');
	provider.close();
});
