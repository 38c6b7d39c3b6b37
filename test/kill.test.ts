import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEngine } from '../src/lib/server/engine/engine.ts';
import { homeAt } from '../src/lib/server/engine/folder.ts';
import { readLockFile } from '../src/lib/server/engine/lock-file.ts';

const cycles = Number(process.env.KILL_CYCLES ?? 50);
const chance = generator(Number(process.env.KILL_SEED ?? 7155));
const writerScript = fileURLToPath(new URL('kill-writer.ts', import.meta.url));

let folder: string;
let oracle: string;
let writer: ChildProcess | undefined;
const open = (command: string) => openEngine({ dataFolder: folder, command, say: () => {} });
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'kill-'));
	chmodSync(folder, 0o711);
	oracle = join(folder, 'acknowledged');
});
afterAll(async () => {
	writer?.kill('SIGKILL');
	await (await open('kill-end')).close();
	rmSync(folder, { recursive: true, force: true });
});

test(`${cycles} kills of the application and of the database lose nothing acknowledged`, {
	timeout: 300_000,
}, async () => {
	const lost: number[] = [];
	const returns: number[] = [];
	for (let cycle = 0; cycle < cycles; cycle += 2) {
		writer = await startWriter();
		await pause(chance() * 250);
		returns.push(await killDatabase());
		await pause(chance() * 250);
		await killApplication(writer);
		lost.push(...(await missing()));
	}
	const acknowledged = readOracle().length;
	const slowest = Math.round(Math.max(...returns));
	console.log(
		`${cycles} cycles, ${acknowledged} acknowledged, ${lost.length} lost; slowest return ${slowest} ms`,
	);
	expect(lost).toEqual([]);
	expect(acknowledged).toBeGreaterThan(cycles * 10);
	expect(slowest).toBeLessThan(5000);
});

async function startWriter(): Promise<ChildProcess> {
	const first = (readOracle().reduce((most, id) => Math.max(most, id), 0) + 1000).toString();
	writer = spawn(process.execPath, [writerScript, folder, oracle, first], {
		stdio: ['ignore', 'ignore', 'inherit'],
	});
	await moreAcknowledged();
	return writer;
}

/** Returns the milliseconds until the application writes again, by itself. */
async function killDatabase(): Promise<number> {
	const pid = databasePid();
	if (!pid) throw new Error('no database to kill');
	process.kill(pid, 'SIGKILL');
	const begun = performance.now();
	while ([pid, undefined].includes(databasePid())) await pause(5);
	await moreAcknowledged();
	return performance.now() - begun;
}

const databasePid = () => readLockFile(homeAt(join(folder, 'engine')))?.pid;

async function killApplication(writer: ChildProcess): Promise<void> {
	const ended = once(writer, 'exit');
	writer.kill('SIGKILL');
	await ended;
}

async function moreAcknowledged(): Promise<void> {
	const before = readOracle().length;
	for (const begun = performance.now(); readOracle().length === before; await pause(10)) {
		if (writer?.exitCode) throw new Error('the writer gave up');
		if (performance.now() - begun > 20_000) throw new Error('nothing is written any more');
	}
}

/** Opens the folder again and gives the acknowledged numbers that the database has lost. */
async function missing(): Promise<number[]> {
	const engine = await open('kill-reader');
	const client = new pg.Client(engine.url);
	await client.connect();
	const { rows } = await client.query<{ id: string }>(
		'select id from unnest($1::bigint[]) as oracle(id) where not exists (select from kept where kept.id = oracle.id)',
		[readOracle()],
	);
	await client.end();
	await engine.close();
	return rows.map(({ id }) => Number(id));
}

const readOracle = (): number[] =>
	existsSync(oracle) ? readFileSync(oracle, 'utf8').split('\n').slice(0, -1).map(Number) : [];

/** Mulberry32: the same moments for the same seed. */
function generator(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}
