import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { leaveHat } from '#lib/access/server/leave-hat.ts';
import { addWebhook } from '#lib/directory/webhooks/server/add-webhook.ts';
import { deliverWebhook } from '#lib/directory/webhooks/server/deliver-webhook.ts';
import { replayDelivery } from '#lib/directory/webhooks/server/replay-delivery.ts';
import { listDeliveries, listWebhooks } from '#lib/directory/webhooks/server/webhooks.ts';
import { followedEvents, type WebhookEvent, whyNotTold } from '#lib/directory/webhooks/webhook.ts';
import { stopAgreement } from '#lib/person/server/stop-agreement.ts';
import { safeOf } from '#lib/server/safe.ts';
import { followed, plannedStep, share } from '#lib/testing/pathways.ts';
import { sent } from '#lib/testing/referrals.ts';
import { takeJobs } from '#lib/testing/upkeep.ts';
import { noon, world } from '#lib/testing/world.ts';
import { acceptReferral } from '../../referrals/server/accept-referral.ts';
import { asSource, asTarget } from '../../referrals/server/party.ts';
import { withdrawReferral } from '../../referrals/server/withdraw-referral.ts';
import { NewStep, proposeStep } from '../../steps/server/propose-step.ts';
import { mayTell } from './may-tell.ts';
import { tellDueSteps } from './tell-due-steps.ts';

const here = await world();
const { db, organisation, owner, person } = here;
const safe = safeOf('secret des essais');
const plie = await organisation('PLIE de l’Artois');
const ccas = await organisation('CCAS de Lens');
const samira = await person('Samira Benali', 'provider', plie.id);
const paul = await person('Paul Roy', 'worker', plie.id);
const nour = await person('Nour Petit', 'worker', ccas.id);
const lila = await followed(here, 'Lila');

const received: { subject: string; type: string; data: unknown }[] = [];
const receive = async (request: http.IncomingMessage, response: http.ServerResponse): Promise<void> => {
	received.push(JSON.parse(Buffer.concat(await Array.fromAsync(request)).toString()));
	response.writeHead(204).end();
};
const server = http.createServer((request, response) => void receive(request, response));
let url = '';
beforeAll(async () => {
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/crochet`;
});
afterAll(() => void server.close());

type Someone = typeof samira;
const add = ({ act }: Someone, events: WebhookEvent[]) =>
	act((one) => addWebhook(one, { url, events }, safe));
const referralEvents: WebhookEvent[] = ['referral.received', 'referral.answered', 'referral.ended'];

/** Sends what waits, each as the hat that its job names; gives what was received. */
async function deliverAll(people: readonly Someone[]): Promise<typeof received> {
	const before = received.length;
	const { rows } = await owner.query<{
		payload: { actor: { hatId: string | null }; payload: { deliveryId: string } };
	}>(
		`with taken as (delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
			where t.id = j.task_id and t.identifier = 'deliver-webhook' returning j.payload) select payload from taken`,
	);
	for (const { payload } of rows) {
		const actor = people.find(({ actor: { hat } }) => hat?.id === payload.actor.hatId)?.actor;
		if (actor)
			await deliverWebhook({ safe, mayTell, mayReach: () => true }, payload.payload, {
				db,
				actor,
				now: () => noon,
			});
	}
	return received.slice(before);
}
const kinds = (told: typeof received) => told.map(({ type, subject }) => [type, subject]).sort();
const accept = (id: string) =>
	samira.act(async (act) =>
		acceptReferral(act, await asTarget(act), id, {
			contactName: 'Samira Benali',
			contactPhone: null,
			firstContactOn: '2026-11-26',
		}),
	);

test('each side is told of what happens to a referral, by its identifier alone; a stranger never is', async () => {
	const everybody = [samira, nour, lila.worker];
	for (const someone of everybody) await add(someone, referralEvents);
	const id = await sent(lila, [plie.id]);
	expect(kinds(await deliverAll(everybody))).toEqual([['referral.received', id]]);
	await accept(id);
	const told = await deliverAll(everybody);
	expect(kinds(told)).toEqual([
		['referral.answered', id],
		['referral.answered', id],
	]);
	expect(Object.keys(told[0]!).sort()).toEqual(['data', 'id', 'subject', 'timestamp', 'type']);
	expect(told[0]!.data).toEqual({ kind: 'referral' });
	for (const word of ['Lila', 'Samira', 'PLIE', 'permis', lila.pathwayId, lila.personId])
		expect(JSON.stringify(told)).not.toContain(word);
	await lila.worker.act(async (act) => withdrawReferral(act, await asSource(act), id, { words: null }));
	expect(kinds(await deliverAll(everybody))).toEqual([
		['referral.ended', id],
		['referral.ended', id],
	]);
});

test('what may no longer be read when it leaves is not sent, and nothing is kept of it', async () => {
	const id = await sent(lila, [plie.id], { domain: 'work' });
	const { agreementId } = await lila.worker.act(({ tx }) =>
		tx.selectFrom('referral').select('agreementId').where('id', '=', id).executeTakeFirstOrThrow(),
	);
	await lila.worker.act((act) => stopAgreement(act, lila.personId, agreementId!, { way: 'phone' }));
	expect(await deliverAll([samira])).toEqual([]);
	const { rows } = await owner.query(`select from webhook_delivery where body ->> 'subject' = $1`, [id]);
	expect(rows).toEqual([]);
});

test('steps are told to whoever leads and whoever shares them, while they do', async () => {
	const yasmine = await followed(here, 'Yasmine');
	for (const someone of [yasmine.worker, paul, nour]) await add(someone, ['step.changed']);
	const agreement = await share(yasmine, plie.id, 3);
	const propose = () =>
		yasmine.worker.act((act) =>
			proposeStep(
				act,
				yasmine.pathwayId,
				NewStep.parse({ words: 'Écrire', owner: 'me', dueOn: '2026-12-01' }),
			),
		);
	const id = await propose();
	const told = await deliverAll([yasmine.worker, paul, nour]);
	expect(kinds(told)).toEqual([
		['step.changed', id],
		['step.changed', id],
	]);
	expect(told[0]!.data).toEqual({ kind: 'step', pathwayId: yasmine.pathwayId });
	await yasmine.worker.act((act) => stopAgreement(act, yasmine.personId, agreement, { way: 'phone' }));
	const next = await propose();
	expect(kinds(await deliverAll([yasmine.worker, paul, nour]))).toEqual([['step.changed', next]]);
});

test('the day of a step is told once, to whoever may read it', async () => {
	const nadia = await followed(here, 'Nadia');
	for (const someone of [nadia.worker, nour]) await add(someone, ['step.due']);
	const due = await plannedStep(nadia, { dueOn: '2026-11-23' });
	await plannedStep(nadia, { dueOn: '2026-11-24' });
	const jobs = await takeJobs(owner, 'tell-due-steps');
	const webhookOf = async ({ act }: Someone) => (await act((one) => listWebhooks(one)))[0]!.id;
	expect(jobs).toHaveLength(2);
	for (const someone of [nadia.worker, nour]) {
		const payload = { webhookId: await webhookOf(someone) };
		for (let again = 0; again < 2; again++)
			await tellDueSteps(payload, { db, actor: someone.actor, now: () => noon });
	}
	expect(kinds(await deliverAll([nadia.worker, nour]))).toEqual([['step.due', due]]);
	const { rows } = await owner.query<{ runAt: Date }>(
		`select run_at as "runAt" from graphile_worker.jobs where task_identifier = 'tell-due-steps'`,
	);
	expect(rows.map(({ runAt }) => runAt)).toEqual(Array(2).fill(new Date('2026-11-24T06:00:00Z')));
	// Another hat's webhook is nobody else's to run.
	const foreign = { webhookId: await webhookOf(nadia.worker) };
	await tellDueSteps(foreign, { db, actor: nour.actor, now: () => new Date('2026-11-24T11:00:00Z') });
	expect(await deliverAll([nadia.worker, nour])).toEqual([]);
});

test('a delivery is sent again by its owner alone, and stops with the hat', async () => {
	const zoe = await person('Zoé Martin', 'provider', plie.id);
	await add(zoe, ['referral.received']);
	const id = await sent(lila, [plie.id], { domain: 'food' });
	await deliverAll([zoe, samira]);
	const [webhook] = await zoe.act((act) => listWebhooks(act));
	const [delivery] = await zoe.act((act) => listDeliveries(act, webhook!.id));
	await expect(samira.act((act) => replayDelivery(act, { delivery: delivery!.id }))).rejects.toMatchObject({
		status: 404,
	});
	await zoe.act((act) => replayDelivery(act, { delivery: delivery!.id }));
	expect(kinds(await deliverAll([zoe]))).toEqual([['referral.received', id]]);
	await zoe.act((act) => leaveHat(act, { hat: zoe.actor.hat?.id ?? '' }));
	await sent(lila, [plie.id], { domain: 'reading' });
	const { rows } = await owner.query<{ count: number }>(
		'select count(*) from webhook_delivery where webhook_id = $1',
		[webhook!.id],
	);
	expect(rows).toEqual([{ count: 1 }]);
});

test('nobody is told of what her hat does not accompany', async () => {
	const iris = await person('Iris', 'integrator');
	for (const [someone, events] of [
		[iris, ['referral.received']],
		[samira, ['step.changed']],
		[here.stranger, ['referral.received']],
	] as const) {
		const act = 'act' in someone ? someone.act : someone;
		await expect(act((one) => addWebhook(one, { url, events: [...events] }, safe))).rejects.toMatchObject({
			status: 422,
			reason: 'keys.events-not-yours',
		});
	}
	expect(whyNotTold(['webhooks', 'referrals', 'steps'], ['directory.changed', 'step.due'])).toBe(
		'keys.events-apart',
	);
	expect(whyNotTold(['referrals', 'steps'], followedEvents)).toBeUndefined();
	expect(whyNotTold(['referrals'], ['directory.changed'])).toBe('keys.events-not-yours');
});

test('row security refuses a webhook in another hat’s name', async () => {
	const forged = samira.act(({ tx, actor, at }) =>
		tx
			.insertInto('webhook')
			.values({
				accountId: actor.accountId ?? '',
				hatId: paul.actor.hat?.id ?? null,
				url,
				secret: 'x',
				events: ['referral.received'],
				createdAt: at,
			})
			.execute(),
	);
	await expect(forged).rejects.toThrow(/row-level security/);
});
