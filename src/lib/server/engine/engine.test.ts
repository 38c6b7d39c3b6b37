import { spawn } from 'node:child_process';
import {
	chmodSync,
	chownSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEngineUser } from '../../testing/engine-users.ts';
import { claimServer, type Engine, openEngine } from './engine.ts';
import { homeAt } from './folder.ts';
import { isAlive } from './lock-file.ts';

const folders: string[] = [];
const newFolder = (): string => {
	const folder = mkdtempSync(join(tmpdir(), 'engine-'));
	chmodSync(folder, 0o711); // the engine's account must be able to cross it
	folders.push(folder);
	return folder;
};
const open = (dataFolder: string, command = 'test'): Promise<Engine> =>
	openEngine({ dataFolder, command, say: () => {} });

async function query<Row extends pg.QueryResultRow>({ url }: Engine, text: string): Promise<Row[]> {
	const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
	client.on('error', () => {});
	try {
		await client.connect();
		return (await client.query<Row>(text)).rows;
	} finally {
		await client.end();
	}
}

async function until(condition: () => Promise<boolean>, longest = 5000): Promise<number> {
	const begun = performance.now();
	while (!(await condition().catch(() => false))) {
		if (performance.now() - begun > longest) throw new Error(`not within ${longest} ms`);
		await pause(10);
	}
	return performance.now() - begun;
}

let shared: string;
beforeAll(async () => {
	shared = newFolder();
	await (await open(shared)).close();
});
afterAll(() => {
	for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

test('two processes that open a new folder at once share one engine', async () => {
	const folder = newFolder();
	const users = [startEngineUser(folder), startEngineUser(folder)];
	const opened = await Promise.all(users.map((user) => user.told('open')));
	expect(opened[0]?.pid).toBe(opened[1]?.pid);
	expect(opened.filter(({ started }) => started)).toHaveLength(1);
	expect(readdirSync(folder)).toEqual(['engine']);
	await Promise.all(users.map((user) => user.close()));
	expect(isAlive(opened[0]?.pid ?? 0)).toBe(false);
});

test('a command joins the running engine, and the last user stops it', async () => {
	const engine = await open(shared);
	const { pid } = engine;
	const command = startEngineUser(shared, 'import');
	expect(await command.told('open')).toMatchObject({ pid, started: false });
	await engine.close();
	expect(isAlive(pid)).toBe(true);
	await command.close();
	expect(isAlive(pid)).toBe(false);
});

test('users that come and go at once never find the door closed', async () => {
	const rounds = Array.from({ length: 12 }, async (_, index) => {
		await pause(index * 25);
		const engine = await open(shared);
		expect(await query(engine, 'select 1 as one')).toEqual([{ one: 1 }]);
		await engine.close();
	});
	await Promise.all(rounds);
});

test('the owner is nobody special, and nothing listens on the network', async () => {
	const engine = await open(shared);
	const [facts] = await query(
		engine,
		`select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, current_setting('listen_addresses') as addresses,
			current_setting('fsync') as fsync, current_setting('server_encoding') as encoding,
			array(select 'étage' < word from unnest(array['eux', 'zone']) as word) as sorted,
			array_length(parse, 1) as words
		from pg_roles, (select array_agg(token) as parse from ts_parse('default', 'l’emploi') where tokid = 2 or tokid = 1) as w
		where rolname = current_user`,
	);
	expect(facts).toEqual({
		rolsuper: false,
		rolbypassrls: false,
		rolcreaterole: true,
		rolcreatedb: true,
		addresses: '',
		fsync: 'on',
		encoding: 'UTF8',
		sorted: [true, true],
		words: 2,
	});
	await expect(query(engine, 'select * from pg_authid')).rejects.toThrow('permission denied');
	expect(statSync(engine.socket).mode & 0o777).toBe(0o700);
	await engine.close();
});

test('a database killed under its user comes back by itself, with what it had acknowledged', async () => {
	const engine = await open(shared);
	await claimServer(engine);
	await query(engine, 'create table kept as select 42 as answer');
	const { pid } = engine;
	process.kill(pid, 'SIGKILL');
	await until(async () => engine.pid !== pid);
	expect(await until(async () => (await query(engine, 'select 1')).length === 1)).toBeLessThan(5000);
	expect(await query(engine, 'select * from kept')).toEqual([{ answer: 42 }]);
	const second = startEngineUser(shared, 'serve');
	expect(await second.told('refused')).toMatchObject({ reason: 'engine.claimed' });
	await second.told('closed');
	await query(engine, 'drop table kept');
	await engine.close();
	expect(engine.pid).toBe(0);
});

test('of two users, both come back to one engine', async () => {
	const engine = await open(shared);
	const other = startEngineUser(shared);
	await other.told('open');
	process.kill(engine.pid, 'SIGKILL');
	await other.told('engine.back');
	await until(async () => (await engine.seat.seat())?.server === engine.pid);
	const { pid } = engine;
	await other.close();
	expect(isAlive(pid)).toBe(true);
	await engine.close();
	expect(isAlive(pid)).toBe(false);
});

test('a killed user is forgotten; the engine it leaves alone is joined', async () => {
	const killed = startEngineUser(shared);
	const { pid } = await killed.told('open');
	await killed.kill();
	const engine = await open(shared);
	expect(engine).toMatchObject({ pid, started: false });
	await engine.close();
	expect(engine.pid).toBe(0);
});

test('a second server is told which process serves the folder; a killed one gives it back', async () => {
	const first = startEngineUser(shared, 'serve');
	await first.told('open');
	const engine = await open(shared);
	const refused = {
		status: 409,
		reason: 'engine.claimed',
		values: { folder: shared, pid: `${first.process.pid}` },
	};
	await expect(claimServer(engine)).rejects.toMatchObject(refused);
	await first.kill();
	await until(() => claimServer(engine).then(() => true));
	await engine.close();
});

test('a claim that is let go can be taken by another', async () => {
	const engine = await open(shared);
	const claim = await claimServer(engine);
	await claim.release();
	const next = startEngineUser(shared, 'serve');
	await next.told('open');
	await next.close();
	await engine.close();
});

test('the lock files of a dead server are no obstacle when another program has its number', async () => {
	const home = homeAt(join(shared, 'engine'));
	const { uid, gid } = statSync(home.cluster);
	const other = spawn('sleep', ['60'], { uid, gid, stdio: 'ignore' });
	for (const file of [join(home.cluster, 'postmaster.pid'), join(home.folder, 'socket/.s.PGSQL.5432.lock')]) {
		writeFileSync(file, `${other.pid}\n${home.cluster}\n1\n5432\n\n\n0 0\nready\n`);
		chownSync(file, uid, gid);
	}
	const engine = await open(shared);
	expect(engine.started).toBe(true);
	await engine.close();
	other.kill();
});

test('lock files that a power cut left empty are no obstacle', async () => {
	const { cluster, folder } = homeAt(join(shared, 'engine'));
	const longAgo = new Date(Date.now() - 60_000);
	for (const file of [join(cluster, 'postmaster.pid'), join(folder, 'socket/.s.PGSQL.5432.lock')]) {
		writeFileSync(file, '');
		utimesSync(file, longAgo, longAgo);
	}
	const engine = await open(shared);
	expect(engine.started).toBe(true);
	await engine.close();
});

test('what a process killed while building left is removed', async () => {
	const folder = newFolder();
	const dead = join(folder, 'engine.new-999999999-abc');
	writeFileSync(dead, '');
	const engine = await open(folder);
	expect(readdirSync(folder)).toEqual(['engine']);
	await engine.close();
});

test('a path too long for a socket gets a private folder elsewhere', async () => {
	const folder = join(newFolder(), 'un-nom-de-dossier-bien-trop-long-pour-une-prise-unix-'.repeat(2));
	const engine = await open(folder);
	expect(await query(engine, 'select 1 as one')).toEqual([{ one: 1 }]);
	expect(Buffer.byteLength(engine.socket)).toBeLessThan(80);
	expect(statSync(engine.socket).mode & 0o777).toBe(0o700);
	await engine.close();
	expect(basename(engine.socket)).toMatch(/^passerelles-/);
	rmSync(engine.socket, { recursive: true });
});

test('a cluster of another version, and something that is no engine, are refused by name', async () => {
	const version = join(shared, 'engine', 'cluster', 'PG_VERSION');
	const right = readFileSync(version, 'utf8');
	writeFileSync(version, '15\n');
	const refused = { reason: 'engine.otherVersion', values: { found: '15', expected: right.trim() } };
	await expect(open(shared)).rejects.toMatchObject(refused);
	writeFileSync(version, right);
	const other = newFolder();
	writeFileSync(join(other, 'engine'), 'pas une base de données');
	await expect(open(other)).rejects.toMatchObject({ reason: 'engine.notYours' });
});
