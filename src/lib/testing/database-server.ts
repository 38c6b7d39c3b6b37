import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { admitApplication, loginRole } from '../server/app-login.ts';
import { databaseAddress, openPool } from '../server/database.ts';
import { openEngine } from '../server/engine/engine.ts';
import { migrate } from '../server/migrate.ts';

/** A server for tests: the one of DATABASE_URL, else an engine of its own in a throw-away folder. */
export async function openTestServer(): Promise<{ url: string; close(): Promise<void> }> {
	if (process.env.DATABASE_URL) return { url: process.env.DATABASE_URL, close: async () => {} };
	const dataFolder = await mkdtemp(join(tmpdir(), 'passerelles-'));
	const engine = await openEngine({ dataFolder, command: 'test', say: () => {} });
	const close = async () => {
		await engine.close();
		await rm(dataFolder, { recursive: true, force: true });
	};
	return { url: engine.url, close };
}

/** The address of another database of the same server. */
export const onDatabase = (serverUrl: string, name: string): string =>
	Object.assign(databaseAddress(serverUrl), { pathname: `/${name}` }).href;

/** Creates a migrated database, or a copy of `template`; names are random, so runs never meet. */
export async function createDatabase(serverUrl: string, template?: string): Promise<string> {
	const name = `passerelles_test_${randomBytes(6).toString('hex')}`;
	await onServer(serverUrl, `create database ${name} ${template ? `template ${template}` : ''}`);
	await prepare(onDatabase(serverUrl, name), template === undefined);
	return name;
}

/** Connections close a moment after they are let go: a database still in use is dropped at the next try. */
export async function dropDatabase(serverUrl: string, name: string, tries = 20): Promise<void> {
	try {
		await onServer(serverUrl, `drop database if exists ${name}`);
		await onServer(serverUrl, `drop role if exists ${loginRole(name)}`);
	} catch (error) {
		if (tries === 0) throw error;
		await new Promise((next) => setTimeout(next, 100));
		await dropDatabase(serverUrl, name, tries - 1);
	}
}

async function prepare(url: string, empty: boolean): Promise<void> {
	const owner = openPool(url);
	try {
		if (empty) await migrate(owner);
		await admitApplication(owner, url);
	} finally {
		await owner.end();
	}
}

async function onServer(url: string, statement: string): Promise<void> {
	const pool = openPool(url, { max: 1 });
	try {
		await pool.query(statement);
	} finally {
		await pool.end();
	}
}
