import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { world } from '../testing/world.ts';
import { actAs } from './act.ts';
import { loginRole } from './app-login.ts';
import { record } from './events.ts';
import { enqueue } from './jobs.ts';

const { db, url, queue, stranger, operator, door, person, organisation } = await world();
const clinic = await organisation('Maison du canal');
const awa = await person('Awa Diallo', 'worker', clinic.id);
const karim = await person('Karim Benali', 'worker', clinic.id);

test('the login itself sees nothing and cannot become the operator', async () => {
	await expect(db.selectFrom('organisation').selectAll().execute()).rejects.toMatchObject({ code: '42501' });
	await expect(sql`set role passerelles_operator`.execute(db)).rejects.toMatchObject({ code: '42501' });
	const { rows } = await sql<{ owns: number; super: boolean; bypass: boolean }>`
		select (select count(*)::int from pg_class where relowner = r.oid) as owns, rolsuper as super, rolbypassrls as bypass
		from pg_roles r where rolname = session_user`.execute(db);
	expect(rows).toEqual([{ owns: 0, super: false, bypass: false }]);
});

test('resetting the role inside an act gives less, never more', async () => {
	const escaped = awa.act(async ({ tx }) => {
		await sql`reset role`.execute(tx);
		return tx.selectFrom('account').select('email').execute();
	});
	await expect(escaped).rejects.toMatchObject({ code: '42501' });
});

test('a person reads her own account, never another’s, and no secret', async () => {
	const names = await awa.act(({ tx }) => tx.selectFrom('account').select('name').execute());
	expect(names).toEqual([{ name: 'Awa Diallo' }]);
	const secret = awa.act(({ tx }) => tx.selectFrom('account').select('passwordHash').execute());
	await expect(secret).rejects.toMatchObject({ code: '42501' });
	expect(await stranger(({ tx }) => tx.selectFrom('account').select('name').execute())).toEqual([]);
});

test('the actor does not outlive the act', async () => {
	await awa.act(async () => {});
	const { rows } =
		await sql`select current_setting('app.account', true) as account, current_user::text as role`.execute(db);
	expect(rows).toEqual([{ account: '', role: loginRole(new URL(url).pathname.slice(1)) }]);
});

test('a forged hat gives nothing', async () => {
	const forged = { accountId: awa.actor.accountId, hat: karim.actor.hat };
	const { rows } = await actAs(db, forged)(({ tx }) => sql`select acting_role() as role`.execute(tx));
	expect(rows).toEqual([{ role: null }]);
});

test('an event is signed by its actor and by nobody else', async () => {
	await awa.act((act) => record(act, 'account.renamed', awa.actor.accountId!, {}));
	const forged = awa.act((act) =>
		record({ ...act, actor: karim.actor }, 'account.renamed', karim.actor.accountId!, {}),
	);
	await expect(forged).rejects.toMatchObject({ code: '42501' });
	const mine = await awa.act(({ tx }) => tx.selectFrom('event').select('name').execute());
	expect(mine).toEqual([{ name: 'account.renamed' }]);
	expect(await karim.act(({ tx }) => tx.selectFrom('event').select('name').execute())).toEqual([]);
});

test('the log only grows', async () => {
	for (const work of [awa.act, operator, door]) {
		await expect(work(({ tx }) => tx.deleteFrom('event').execute())).rejects.toMatchObject({ code: '42501' });
		await expect(
			work(({ tx }) => tx.updateTable('event').set({ name: 'x.y' }).execute()),
		).rejects.toMatchObject({
			code: '42501',
		});
	}
});

test('a job exists if and only if its cause is committed', async () => {
	const lost = awa.act(async (act) => {
		await enqueue(act, 'send-notice', { email: 'a@exemple.test', key: 'password-changed' });
		throw new Error('no');
	});
	await expect(lost).rejects.toThrow('no');
	await awa.act((act) => enqueue(act, 'send-notice', { email: 'b@exemple.test', key: 'password-changed' }));
	const { rows } = await queue.query('select payload from graphile_worker._private_jobs');
	expect(rows.map((row) => row.payload.payload.email)).toEqual(['b@exemple.test']);
});
