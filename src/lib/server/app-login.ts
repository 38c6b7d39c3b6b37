import { createHash, createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { databaseAddress } from './database.ts';

const lockKey = 7156;
const loginFile = new URL('../../../db/login.sql', import.meta.url);

/**
 * The role with which the application opens one database. Roles are common to a whole server, names of databases are
 * unique on it: two installations never share a login.
 */
export const loginRole = (database: string): string =>
	`passerelles_login_${createHash('sha256').update(database).digest('hex').slice(0, 12)}`;

const databaseIn = ({ pathname }: URL): string => decodeURIComponent(pathname.slice(1));

/**
 * The application's own address of the same database: its login, with a password derived from the owner's secret, so
 * that several processes agree on it without a file to share.
 */
export function appUrl(ownerUrl: string): string {
	const url = databaseAddress(ownerUrl);
	const login = loginRole(databaseIn(url));
	url.password = createHmac('sha256', `${url.password}|passerelles`).update(login).digest('base64url');
	url.username = login;
	return url.href;
}

/** Makes the login of this database when it does not open already: it alone, besides the owner, may connect. */
export async function admitApplication(owner: pg.Pool, ownerUrl: string): Promise<void> {
	const url = appUrl(ownerUrl);
	if (await opens(url)) return;
	const { username, password } = new URL(url);
	const client = await owner.connect();
	try {
		await client.query('begin');
		await client.query('select pg_advisory_xact_lock($1)', [lockKey]);
		// As settings, so that no statement that a server may log holds the password.
		await client.query("select set_config('admit.login', $1, true), set_config('admit.password', $2, true)", [
			username,
			password,
		]);
		await client.query(await readFile(loginFile, 'utf8'));
		await client.query('commit');
	} catch (error) {
		await client.query('rollback');
		throw error;
	} finally {
		client.release();
	}
}

async function opens(connectionString: string): Promise<boolean> {
	const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5000 });
	try {
		await client.connect();
		return true;
	} catch {
		return false;
	} finally {
		await client.end().catch(() => {});
	}
}
