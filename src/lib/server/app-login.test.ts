import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { createDatabase, dropDatabase, onDatabase } from '../testing/database-server.ts';
import { world } from '../testing/world.ts';
import { admitApplication, appUrl, loginRole } from './app-login.ts';
import { databaseAddress, openPool } from './database.ts';

const { url, owner } = await world();
const otherName = await createDatabase(url);
const other = onDatabase(url, otherName);
afterAll(() => dropDatabase(url, otherName));

/** Who it is that an address lets in, or the error's code. */
async function whoEnters(address: string): Promise<string> {
	const client = new pg.Client({ connectionString: address });
	try {
		await client.connect();
		const { rows } = await client.query<{ name: string }>('select session_user::text as name');
		return rows[0]!.name;
	} catch (error) {
		return (error as { code: string }).code;
	} finally {
		await client.end().catch(() => {});
	}
}
const nameIn = (address: string) => databaseAddress(address).pathname.slice(1);
const refused = '42501';

test('two installations on one server have each a login of its own, which the other does not let in', async () => {
	const [mine, theirs] = [appUrl(url), appUrl(other)];
	expect(await whoEnters(mine)).toBe(loginRole(nameIn(url)));
	expect(await whoEnters(theirs)).toBe(loginRole(otherName));
	expect(await whoEnters(onDatabase(mine, otherName))).toBe(refused);
	expect(await whoEnters(onDatabase(theirs, nameIn(url)))).toBe(refused);
});

test('another secret of one’s own owner changes one’s own login, nobody else’s', async () => {
	const changed = Object.assign(databaseAddress(other), { password: 'another secret' }).href;
	const pool = openPool(other, { max: 1 });
	await admitApplication(pool, changed);
	await pool.end();
	expect(await whoEnters(appUrl(changed))).toBe(loginRole(otherName));
	expect(await whoEnters(appUrl(other))).toBe('28P01');
	expect(await whoEnters(appUrl(url))).toBe(loginRole(nameIn(url)));
});

test('an installation that shared its login gets its own, and the shared one enters no more', async () => {
	const { rows } = await owner.query<{ may: boolean }>(
		"select has_database_privilege('passerelles_login', current_database(), 'connect') as may",
	);
	expect(rows).toEqual([{ may: false }]);
	await owner.query(`grant connect on database ${nameIn(url)} to public`);
	await owner.query(`alter role ${loginRole(nameIn(url))} nologin`);
	await admitApplication(owner, url);
	expect(await whoEnters(appUrl(url))).toBe(loginRole(nameIn(url)));
	const after = await owner.query<{ may: boolean }>(
		"select has_database_privilege('passerelles_login', current_database(), 'connect') as may",
	);
	expect(after.rows).toEqual([{ may: false }]);
});

test('several processes at once make one login', async () => {
	await owner.query(`alter role ${loginRole(nameIn(url))} nologin`);
	const answers = await Promise.allSettled([1, 2, 3].map(() => admitApplication(owner, url)));
	expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
	expect(await whoEnters(appUrl(url))).toBe(loginRole(nameIn(url)));
});
