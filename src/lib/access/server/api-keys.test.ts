import { expect, test } from 'vitest';
import { actAtTheDoor } from '../../server/act.ts';
import { noon, world } from '../../testing/world.ts';
import { findApiKey, listApiKeys } from './api-keys.ts';
import { createApiKey } from './create-api-key.ts';
import { leaveHat } from './leave-hat.ts';
import { revokeApiKey } from './revoke-api-key.ts';

const { db, door, organisation, person, stranger, owner } = await world();
const integrator = await person('Iris', 'integrator');
const worker = await person('Awa', 'worker');
const wanted = { name: 'Site de la métropole', scope: 'read', days: 90 } as const;

test('a key serves until it ends, and its last use is known', async () => {
	const key = await integrator.act((act) => createApiKey(act, wanted));
	expect(await door((act) => findApiKey(act, key))).toMatchObject({ scopes: ['read'], perMinute: 3000 });
	const [listed] = await integrator.act((act) => listApiKeys(act));
	expect(listed).toMatchObject({ name: wanted.name, lastUsedAt: noon });
	const later = actAtTheDoor(db, () => new Date(noon.getTime() + 91 * 86_400_000));
	expect(await later((act) => findApiKey(act, key))).toBeUndefined();
	await integrator.act((act) => revokeApiKey(act, { key: listed!.id }));
	expect(await door((act) => findApiKey(act, key))).toBeUndefined();
});

test('the key itself is nowhere in the database', async () => {
	const key = await integrator.act((act) => createApiKey(act, wanted));
	const { rows } = await owner.query<{ text: string }>(
		'select concat((select json_agg(k) from api_key k), (select json_agg(e) from event e)) as text',
	);
	expect(rows[0]!.text).not.toContain(key);
	expect(rows[0]!.text).not.toContain(Buffer.from(key).toString('hex'));
});

test('the keys of a suspended account no longer serve', async () => {
	const other = await person('Paul', 'integrator');
	const key = await other.act((act) => createApiKey(act, wanted));
	await owner.query('update account set suspended_at = now() where id = $1', [other.actor.accountId]);
	expect(await door((act) => findApiKey(act, key))).toBeUndefined();
});

test('a worker makes none for the directory, and nobody sees or ends another’s', async () => {
	await expect(worker.act((act) => createApiKey(act, wanted))).rejects.toMatchObject({ status: 422 });
	await integrator.act((act) => createApiKey(act, wanted));
	const [listed] = await integrator.act((act) => listApiKeys(act));
	for (const act of [worker.act, stranger]) {
		expect(await act((here) => listApiKeys(here))).toEqual([]);
		await expect(act((here) => revokeApiKey(here, { key: listed!.id }))).rejects.toMatchObject({
			status: 404,
		});
	}
});

test('a key for referrals acts as the hat of whoever made it, and ends with it', async () => {
	const mission = await organisation('Mission locale de Lens');
	const awa = await person('Awa', 'worker', mission.id);
	const referrals = { ...wanted, scope: 'referrals' } as const;
	await expect(integrator.act((act) => createApiKey(act, referrals))).rejects.toMatchObject({ status: 422 });
	await expect(worker.act((act) => createApiKey(act, referrals))).rejects.toMatchObject({ status: 422 });
	const key = await awa.act((act) => createApiKey(act, referrals));
	expect(await door((act) => findApiKey(act, key))).toMatchObject({
		scopes: ['referrals'],
		hat: awa.actor.hat,
	});
	await awa.act((act) => leaveHat(act, { hat: awa.actor.hat?.id ?? '' }));
	expect(await door((act) => findApiKey(act, key))).toBeUndefined();
});

test('row security refuses a key for referrals in another hat’s name', async () => {
	const mission = await organisation('Mission locale d’Arras');
	const [awa, paul] = [await person('Awa', 'worker', mission.id), await person('Paul', 'worker', mission.id)];
	const forged = awa.act(({ tx, actor, at }) =>
		tx
			.insertInto('apiKey')
			.values({
				tokenHash: Buffer.from('forged'),
				beginning: 'pas_',
				name: 'x',
				accountId: actor.accountId ?? '',
				scopes: ['referrals'],
				hatId: paul.actor.hat?.id ?? null,
				perMinute: 60,
				createdAt: at,
				expiresAt: noon,
			})
			.execute(),
	);
	await expect(forged).rejects.toThrow(/row-level security/);
});
