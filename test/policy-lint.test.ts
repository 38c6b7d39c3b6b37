import type pg from 'pg';
import { expect, test } from 'vitest';
import { loginRole } from '../src/lib/server/app-login.ts';
import { world } from '../src/lib/testing/world.ts';
import { policyFaults } from './policy-lint.ts';

const { owner, url } = await world();
const database = new URL(url).pathname.slice(1);
const login = loginRole(database);

test('no table, policy, view or function lets a row out', async () => {
	expect(await policyFaults(owner)).toEqual([]);
});

/** Each defect is planted in a transaction that is thrown away: the lint must name it. */
const seeded: [string, string, RegExp][] = [
	[
		'a table without row security',
		'create table leak (id int)',
		/table leak: row security is not on and forced/,
	],
	[
		'a migration that drops FORCE',
		'alter table account no force row level security',
		/table account: row security/,
	],
	[
		'a policy for everybody',
		'create policy all_in on account for select using (true)',
		/policy all_in on account: for everybody/,
	],
	[
		'a policy "using (true)" on accounts',
		'create policy see on account for select to passerelles_app using (true)',
		/see on account: everybody reads/,
	],
	[
		'a free write',
		'create policy put on hat for insert to passerelles_app with check (true)',
		/put on hat: lets passerelles_app write/,
	],
	[
		'a view without security_invoker',
		'create view people as select name from account',
		/view people: not security_invoker/,
	],
	[
		'a definer with a floating search_path',
		'create function see_all() returns setof account language sql security definer as $$ select * from account $$',
		/see_all\(\): security definer without a fixed search_path/,
	],
	[
		'a table granted to everybody',
		'grant select on session to public',
		/table session: granted to everybody/,
	],
	[
		'a login that could become the operator',
		`grant passerelles_operator to ${login}`,
		new RegExp(`${login} may become passerelles_operator`),
	],
	[
		'a database open to everybody',
		`grant connect on database ${database} to public`,
		/everybody may connect/,
	],
	[
		'a login let into another’s database',
		`create role passerelles_login_0123456789ab; grant connect on database ${database} to passerelles_login_0123456789ab`,
		/open to passerelles_login_0123456789ab, the login of another/,
	],
	[
		'a role of acts that logs in',
		'create role passerelles_other login noinherit',
		/passerelles_other logs in without being/,
	],
];

test.each(seeded)('%s is named', async (_, defect, sentence) => {
	expect(await planted(defect)).toContainEqual(expect.stringMatching(sentence));
});

async function planted(defect: string): Promise<string[]> {
	const client: pg.PoolClient = await owner.connect();
	try {
		await client.query('begin');
		await client.query(defect);
		return await policyFaults(client);
	} finally {
		await client.query('rollback');
		client.release();
	}
}
