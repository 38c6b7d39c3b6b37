import { createHmac } from 'node:crypto';
import pg from 'pg';
import { databaseAddress } from './database.ts';

/**
 * The application's own address of the same database: role `passerelles_login`, with a password derived from the
 * owner's secret, so that several processes agree on it without a file to share.
 */
export function appUrl(ownerUrl: string): string {
	const url = databaseAddress(ownerUrl);
	url.username = 'passerelles_login';
	url.password = createHmac('sha256', `${url.password}|passerelles`).update('login').digest('base64url');
	return url.href;
}

/** Lets `passerelles_login` in with the derived password; changes it only when it does not open already. */
export async function admitApplication(owner: pg.Pool, ownerUrl: string): Promise<void> {
	if (await opens(appUrl(ownerUrl))) return;
	const password = decodeURIComponent(databaseAddress(appUrl(ownerUrl)).password);
	await owner.query(`alter role passerelles_login login password ${pg.escapeLiteral(password)}`);
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
