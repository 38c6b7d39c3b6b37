import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import { type Act, actAs } from '../../server/act.ts';
import { safeOf } from '../../server/safe.ts';
import { noon, world } from '../../testing/world.ts';
import { findApiKey } from './api-keys.ts';
import { createApiKey } from './create-api-key.ts';
import { forgetOldSecrets } from './forget-old-secrets.ts';
import { once, onceTogether } from './once.ts';

const { db, door, organisation, owner, person } = await world();
const mission = await organisation('Mission locale de Lens');
const awa = await person('Awa', 'worker', mission.id);
const paul = await person('Paul', 'worker', mission.id);
const wanted = { name: 'Logiciel', scope: 'referrals', days: 90 } as const;
const keyOf = async ({ act }: typeof awa) => {
	const shown = await act((here) => createApiKey(here, wanted));
	return (await door((here) => findApiKey(here, shown))) ?? null;
};
const [hers, his] = [await keyOf(awa), await keyOf(paul)];
const safe = safeOf('secret');

const asking = (key: string | null, body: unknown = { a: 1 }, machine = hers, path = '/api/fhir/Task') => {
	const url = new URL(`https://passerelles.test${path}`);
	const headers = new Headers(key === null ? {} : { 'idempotency-key': key });
	const request = new Request(url, { method: 'POST', body: JSON.stringify(body), headers });
	return { request, url, locals: { machine, safe } as unknown as App.Locals };
};

const problemOf = async (answer: Promise<Response>) => {
	const response = await answer;
	expect(response.headers.get('content-type')).toBe('application/problem+json');
	return response.json();
};

let done = 0;
const work = async () => {
	const mine = ++done;
	await new Promise((resolve) => setTimeout(resolve, 20));
	return Response.json({ done: mine }, { status: 201 });
};

test('the same key and the same body are answered as the first time, and done once', async () => {
	const before = done;
	const first = await once(asking('a'), awa.act, work);
	const second = await once(asking('a'), awa.act, work);
	expect(done).toBe(before + 1);
	expect([second.status, await second.json()]).toEqual([201, await first.json()]);
	expect(second.headers.get('content-type')).toBe('application/json');
	expect(second.headers.get('idempotency-replayed')).toBe('true');
});

test('without a key, each request is done', async () => {
	const before = done;
	await once(asking(null), awa.act, work);
	await once(asking(null), awa.act, work);
	expect(done).toBe(before + 2);
});

test('the same key with another body, or at another address, is refused', async () => {
	await once(asking('b'), awa.act, work);
	const before = done;
	for (const other of [asking('b', { a: 2 }), asking('b', { a: 1 }, hers, '/api/fhir')])
		expect(await problemOf(once(other, awa.act, work))).toMatchObject({
			status: 422,
			code: 'exchange.key-reused',
		});
	expect(done).toBe(before);
});

test('of ten at once, one is done; the others are told that it is being done', async () => {
	const before = done;
	const answers = await Promise.all(Array.from({ length: 10 }, () => once(asking('c'), awa.act, work)));
	expect(done).toBe(before + 1);
	expect(answers.filter(({ status }) => status === 201).length).toBeGreaterThan(0);
	for (const { status } of answers) expect([201, 409]).toContain(status);
});

test('the key of another machine is another key, and its answers are not read', async () => {
	const before = done;
	await once(asking('d'), awa.act, work);
	await once(asking('d', { a: 1 }, his), paul.act, work);
	expect(done).toBe(before + 2);
	const rows = await paul.act(({ tx }) => tx.selectFrom('idempotencyKey').selectAll().execute());
	expect(rows.map(({ accountId }) => accountId)).toEqual([paul.actor.accountId]);
});

test('what failed by our fault may be sent again; a claim left behind is given up', async () => {
	const broken = () => Promise.resolve(new Response(null, { status: 503 }));
	expect((await once(asking('e'), awa.act, broken)).status).toBe(503);
	await expect(once(asking('e'), awa.act, () => Promise.reject(new Error('bug')))).rejects.toThrow('bug');
	const left = ({ tx, actor, at }: Act) =>
		tx
			.insertInto('idempotencyKey')
			.values({
				apiKeyId: hers?.id ?? '',
				key: 'f',
				accountId: actor.accountId ?? '',
				route: 'POST /api/fhir/Task',
				requestHash: hash('sha256', JSON.stringify({ a: 1 })),
				madeAt: at,
			})
			.execute();
	expect((await once(asking('e'), awa.act, work)).status).toBe(201);
	await awa.act(left);
	expect((await once(asking('f'), awa.act, work)).status).toBe(409);
	const later = actAs(db, awa.actor, () => new Date(noon.getTime() + 301_000));
	expect((await once(asking('f'), later, work)).status).toBe(201);
});

test('what is done and the answer kept of it are one: where the answer is lost, nothing was done', async () => {
	const draft = (key: string) => async () => (here: Act) => write(here, key);
	const write = async ({ tx, actor, at }: Act, key: string) => {
		await tx
			.insertInto('draft')
			.values({ accountId: actor.accountId ?? '', key, fields: '{}', savedAt: at })
			.execute();
		return Response.json({ key }, { status: 201, headers: { etag: '"1"', location: '/ici' } });
	};
	const drafts = () => awa.act(({ tx }) => tx.selectFrom('draft').select('key').execute());
	const lost = asking('h');
	Object.assign(lost.locals, { safe: { ...safe, seal: () => Promise.reject(new Error('crash')) } });
	await expect(onceTogether(lost, awa.act, draft('h'))).rejects.toThrow('crash');
	expect(await drafts()).toEqual([]);
	expect((await onceTogether(asking('h'), awa.act, draft('h'))).status).toBe(201);
	const again = await onceTogether(asking('h'), awa.act, draft('h'));
	expect([again.headers.get('etag'), again.headers.get('location')]).toEqual(['"1"', '/ici']);
	expect(await drafts()).toEqual([{ key: 'h' }]);
	await expect(onceTogether(asking(null), awa.act, draft('i'))).rejects.toMatchObject({
		status: 400,
		reason: 'pathway-api.key-missing',
	});
});

test('a key is a short printable text', async () => {
	for (const key of ['', 'a b', 'x'.repeat(256)])
		expect(await problemOf(once(asking(key), awa.act, work))).toMatchObject({ status: 400 });
});

test('nobody reads an answer in the database, and it is forgotten after seven days', async () => {
	await once(asking('g', { a: 1 }), awa.act, async () => Response.json({ secret: 'lanterne' }));
	const { rows } = await owner.query<{ text: string }>(
		'select json_agg(k)::text as text from idempotency_key k',
	);
	expect(rows[0]?.text ?? '').not.toContain('lanterne');
	const later = new Date(noon.getTime() + 8 * 86_400_000);
	await forgetOldSecrets({ db, actor: awa.actor, now: () => later });
	const left = await actAs(
		db,
		awa.actor,
		() => later,
	)(({ tx }) => tx.selectFrom('idempotencyKey').selectAll().execute());
	expect(left).toEqual([]);
});
