import { createHmac } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anonymous } from '#lib/actor.ts';
import { type Act, actAs, type Work } from '#lib/server/act.ts';
import { record } from '#lib/server/events.ts';
import { safeOf } from '#lib/server/safe.ts';
import { noon, world } from '#lib/testing/world.ts';
import { pauses } from '../webhook.ts';
import { addWebhook } from './add-webhook.ts';
import { deliverWebhook } from './deliver-webhook.ts';
import { removeWebhook } from './remove-webhook.ts';
import { replayDelivery } from './replay-delivery.ts';
import { findWebhook, listDeliveries, listWebhooks } from './webhooks.ts';

const { db, stranger, person, owner } = await world();
const safe = safeOf('secret des essais');
const integrator = await person('Iris', 'integrator');
const other = await person('Paul', 'integrator');

interface Received {
	readonly headers: http.IncomingHttpHeaders;
	readonly body: string;
}
const received: Received[] = [];
let status = 204;
const receive = async (request: http.IncomingMessage, response: http.ServerResponse): Promise<void> => {
	const body = Buffer.concat(await Array.fromAsync(request)).toString();
	received.push({ headers: request.headers, body });
	response.writeHead(status).end();
};
const server = http.createServer((request, response) => void receive(request, response));
let url = '';
beforeAll(async () => {
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/crochet`;
});
afterAll(() => void server.close());

const subject = '7b9d7e1a-141c-4371-84e2-0006063a256c';
const happen = (work: Work) =>
	work((act) =>
		record(act, 'directory.changed', subject, { kind: 'service', fields: ['phone'], reason: 'edit' }),
	);
const add = () => integrator.act((act) => addWebhook(act, { url, events: ['directory.changed'] }, safe));
const webhooks = (work: Work) => work((act: Act) => listWebhooks(act));
const deliveriesOf = (id: string) => integrator.act((act) => listDeliveries(act, id));
const deliver = (deliveryId: string, at: Date = noon) =>
	deliverWebhook(
		{ safe, mayReach: () => true },
		{ deliveryId },
		{ db, actor: integrator.actor, now: () => at },
	);
const queued = async () => {
	const { rows } = await owner.query<{ runAt: Date; key: string }>(
		`select run_at as "runAt", key from graphile_worker.jobs where task_identifier = 'deliver-webhook'`,
	);
	return rows;
};

test('an event reaches the machine that waits for it, signed as the specification says', async () => {
	const secret = await add();
	await happen(stranger);
	const [webhook] = await webhooks(integrator.act);
	const [delivery] = await deliveriesOf(webhook!.id);
	expect((await queued()).map(({ key }) => key)).toContain(delivery!.id);
	await deliver(delivery!.id);
	const { headers, body } = received.at(-1)!;
	const expected = createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64'))
		.update(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`)
		.digest('base64');
	expect(headers['webhook-signature']).toBe(`v1,${expected}`);
	expect(JSON.parse(body)).toMatchObject({ type: 'directory.changed', subject, data: { kind: 'service' } });
	expect((await deliveriesOf(webhook!.id))[0]).toMatchObject({ lastStatus: 204, deliveredAt: noon });
	await deliver(delivery!.id);
	expect(received).toHaveLength(1); // what was received is not sent again
	await integrator.act((act) => replayDelivery(act, { delivery: delivery!.id }));
	await deliver(delivery!.id);
	expect(received.at(-1)!.headers['webhook-id']).toBe(headers['webhook-id']);
	await integrator.act((act) => removeWebhook(act, { webhook: webhook!.id }));
});

test('what fails is tried later and later, then its webhook is stopped and says so', async () => {
	await add();
	status = 500;
	await happen(stranger);
	const [webhook] = await webhooks(integrator.act);
	const [delivery] = await deliveriesOf(webhook!.id);
	let at = noon;
	for (const pause of pauses) {
		await deliver(delivery!.id, at);
		at = new Date(at.getTime() + pause);
		const jobs = (await queued()).filter(({ key }) => key === delivery!.id);
		expect(jobs.map(({ runAt }) => runAt)).toEqual([at]);
	}
	await deliver(delivery!.id, at);
	expect((await deliveriesOf(webhook!.id))[0]).toMatchObject({ givenUpAt: at, lastStatus: 500 });
	expect(await integrator.act((act) => findWebhook(act, webhook!.id))).toMatchObject({
		endedBecause: 'failing',
	});
	status = 204;
	await happen(stranger);
	expect(await deliveriesOf(webhook!.id)).toHaveLength(1); // it is no longer told
});

test('a private address is never asked', async () => {
	await add();
	await happen(stranger);
	const webhook = (await webhooks(integrator.act)).find(({ endedAt }) => endedAt === null)!;
	const [delivery] = await deliveriesOf(webhook.id);
	const before = received.length;
	await deliverWebhook(
		{ safe },
		{ deliveryId: delivery!.id },
		{ db, actor: integrator.actor, now: () => noon },
	);
	expect(received).toHaveLength(before);
	expect((await deliveriesOf(webhook.id))[0]!.lastProblem).toMatch(/adresse privée/);
});

test('what is older than a month is forgotten at the next delivery', async () => {
	const webhook = (await webhooks(integrator.act)).find(({ endedAt }) => endedAt === null)!;
	const before = await deliveriesOf(webhook.id);
	const later = new Date(noon.getTime() + 31 * 86_400_000);
	await happen(actAs(db, anonymous, () => later));
	const [latest] = await deliveriesOf(webhook.id);
	expect(before.map(({ id }) => id)).not.toContain(latest!.id);
	await deliver(latest!.id, later);
	expect((await deliveriesOf(webhook.id)).map(({ id }) => id)).toEqual([latest!.id]);
});

test('nobody else sees, stops or replays them', async () => {
	const webhook = (await webhooks(integrator.act)).find(({ endedAt }) => endedAt === null)!;
	const [delivery] = await deliveriesOf(webhook.id);
	for (const { act } of [other, { act: stranger }]) {
		expect(await webhooks(act)).toEqual([]);
		expect(await act((here) => listDeliveries(here, webhook.id))).toEqual([]);
		await expect(act((here) => removeWebhook(here, { webhook: webhook.id }))).rejects.toMatchObject({
			status: 404,
		});
		await expect(act((here) => replayDelivery(here, { delivery: delivery!.id }))).rejects.toMatchObject({
			status: 404,
		});
	}
});

test('private facts are told to nobody', async () => {
	const webhook = (await webhooks(integrator.act)).find(({ endedAt }) => endedAt === null)!;
	const before = (await deliveriesOf(webhook.id)).length;
	await integrator.act((act) => record(act, 'account.renamed', subject, {}));
	expect(await deliveriesOf(webhook.id)).toHaveLength(before);
});
