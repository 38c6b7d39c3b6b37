import { readdir, readFile } from 'node:fs/promises';
import { Logger, runMigrations } from 'graphile-worker';
import type pg from 'pg';

const folder = new URL('../../../db/', import.meta.url);
const lockKey = 7155;
const silent = new Logger(() => () => {});

/**
 * Brings the database up to date as its owner: the queue's tables, then each file of `db/migrations` once, in name
 * order, one transaction a file. Several processes at once wait for each other. Returns the names applied.
 */
export async function migrate(owner: pg.Pool): Promise<string[]> {
	const client = await owner.connect();
	try {
		await client.query('select pg_advisory_lock($1)', [lockKey]);
		const applied: string[] = [];
		for (const name of await pending(client)) {
			await apply(client, name);
			applied.push(name);
		}
		await runMigrations({ pgPool: owner, logger: silent });
		await inTransaction(client, async () => {
			await client.query(await readFile(new URL('queue.sql', folder), 'utf8'));
		});
		return applied;
	} finally {
		await client.query('select pg_advisory_unlock($1)', [lockKey]).catch(() => {});
		client.release();
	}
}

/** The files of `db/migrations` that this database has not seen. */
export async function pending(client: pg.ClientBase): Promise<string[]> {
	await client.query(`create table if not exists schema_migration (
		name text primary key, applied_at timestamptz not null default now());
		alter table schema_migration enable row level security;
		alter table schema_migration force row level security;
		do $$ begin
			if not exists (select from pg_policies where tablename = 'schema_migration') then
				execute format('create policy owner_only on schema_migration to %I using (true) with check (true)', current_user);
			end if;
		end $$`);
	const { rows } = await client.query<{ name: string }>('select name from schema_migration');
	const known = new Set(rows.map((row) => row.name));
	const files = await readdir(new URL('migrations/', folder));
	return files.filter((name) => name.endsWith('.sql') && !known.has(name)).sort();
}

async function apply(client: pg.ClientBase, name: string): Promise<void> {
	const text = await readFile(new URL(`migrations/${name}`, folder), 'utf8');
	try {
		await inTransaction(client, async () => {
			await client.query(text);
			await client.query('insert into schema_migration (name) values ($1)', [name]);
		});
	} catch (cause) {
		throw new Error(`migration ${name}: ${cause instanceof Error ? cause.message : String(cause)}`, {
			cause,
		});
	}
}

async function inTransaction(client: pg.ClientBase, work: () => Promise<void>): Promise<void> {
	await client.query('begin');
	try {
		await work();
		await client.query('commit');
	} catch (error) {
		await client.query('rollback');
		throw error;
	}
}
