import pg from 'pg';
import { codeOf } from './failures.ts';
import { readLockFile } from './lock-file.ts';
import type { Prepared } from './prepare.ts';

/** First numbers of our advisory locks; the second tells which. */
const family = 7_155_001;
const usersLock = 0;

/** A user's place at the engine: one connection with a shared lock, which its death gives back by itself. */
export interface Seat {
	client: pg.Client;
	/** The process of the server that it was taken at. */
	server: number;
}

/** 'absent': nobody answers; 'busy': it starts, recovers or stops. */
export type NoSeat = 'absent' | 'busy';

/** Tries once. `name` is what other users and messages know us by: `passerelles serve 1234`. */
export async function trySeat({ home, url }: Prepared, name: string): Promise<Seat | NoSeat> {
	const client = new pg.Client({
		connectionString: url,
		application_name: name,
		connectionTimeoutMillis: 5000,
		options: '-c lock_timeout=2000 -c statement_timeout=0 -c idle_session_timeout=0',
	});
	client.on('error', () => {}); // the end event tells
	try {
		await client.connect();
		await client.query('select pg_advisory_lock_shared($1, $2)', [family, usersLock]);
		const lock = readLockFile(home);
		await client.query('select 1'); // still answered: the lock file is the one of this server
		if (lock && !lock.stopping) return { client, server: lock.pid };
		await client.end();
		return 'busy';
	} catch (error) {
		await client.end().catch(() => {});
		return reasonOf(error);
	}
}

/** Gives the seat back; true when nobody else sits: the caller must then stop the engine, and only then end(). */
export async function standUp({ client }: Seat): Promise<boolean> {
	await client.query('select pg_advisory_unlock_shared($1, $2)', [family, usersLock]);
	const { rows } = await client.query<{ alone: boolean }>('select pg_try_advisory_lock($1, $2) as alone', [
		family,
		usersLock,
	]);
	return rows[0]?.alone === true;
}

/** Takes an exclusive lock for as long as the seat lasts; false when another user has it. */
export async function lockOn({ client }: Seat, number: number): Promise<boolean> {
	const taken = await client.query<{ ours: boolean }>('select pg_try_advisory_lock($1, $2) as ours', [
		family,
		number,
	]);
	return taken.rows[0]?.ours === true;
}

/** Gives an exclusive lock back before the seat ends. */
export async function unlockOn({ client }: Seat, number: number): Promise<void> {
	await client.query('select pg_advisory_unlock($1, $2)', [family, number]);
}

/** The name of the user that holds an exclusive lock. */
export async function holderOf({ client }: Seat, number: number): Promise<string | undefined> {
	const { rows } = await client.query<{ name: string }>(
		`select application_name as name from pg_locks join pg_stat_activity using (pid)
		where locktype = 'advisory' and classid = $1 and objid = $2 and mode = 'ExclusiveLock' and granted`,
		[family, number],
	);
	return rows[0]?.name;
}

const absent = ['ENOENT', 'ECONNREFUSED'];
const busy = ['57P01', '57P02', '57P03', '53300', '55P03', 'ECONNRESET', 'EPIPE', 'ENOTCONN'];

function reasonOf(error: unknown): NoSeat {
	const code = codeOf(error);
	if (absent.includes(code)) return 'absent';
	if (busy.includes(code) || /terminated|timeout|ended|not queryable/.test(String(error))) return 'busy';
	throw error;
}
