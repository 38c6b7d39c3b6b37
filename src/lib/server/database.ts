import { CamelCasePlugin, Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { DB } from './tables.ts';

// Calendar dates stay 'YYYY-MM-DD' (no time zone shift); counts are numbers.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export type Tables = DB;
export type Database = Kysely<Tables>;

/** A pool of connections; the loss of one is told by the query that meets it, never by a crash. */
export function openPool(url: string, options: Partial<pg.PoolConfig> = {}): pg.Pool {
	const pool = new pg.Pool({
		connectionString: databaseAddress(url).href,
		max: 10,
		connectionTimeoutMillis: 10_000,
		...options,
	});
	pool.on('error', () => {});
	pool.on('connect', (client) => client.on('error', () => {}));
	return pool;
}

/** PostgreSQL allows an address without a host when `?host=` names a socket folder; URLs do not. */
export const databaseAddress = (url: string): URL =>
	new URL(url.replace(/^(postgres(?:ql)?:\/\/(?:[^/?#@]*@)?)(?=\/)/, '$1localhost'));

/** Tables in snake_case, code in camelCase; JSON columns keep their own spelling. */
export const databaseOver = (pool: pg.Pool): Database =>
	new Kysely<Tables>({
		dialect: new PostgresDialect({ pool }),
		plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
	});

/** Rejects when the database does not answer. */
export const isReachable = async (db: Database): Promise<true> => {
	await sql`select 1`.execute(db);
	return true;
};
