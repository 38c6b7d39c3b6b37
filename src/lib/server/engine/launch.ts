import { spawn } from 'node:child_process';
import { chownSync, closeSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import { program } from './binaries.ts';
import type { Prepared } from './prepare.ts';
import { programEnvironment } from './run.ts';
import { makeSocketFolder } from './socket.ts';

/** A server that we started: it may be slow, lose against another one, or fail. */
export interface Launch {
	alive(): boolean;
	/** Whether it gave up by itself; a server that others stopped or killed did not. */
	gaveUp(): boolean;
	/** What it wrote in its log since it started. */
	output(): string;
}

const longestLog = 10 * 1024 * 1024; // bytes

/** Starts the server in a session of its own: Ctrl-C in the terminal reaches us, not it. */
export function launch({ home, binaries, account, socket, secrets }: Prepared): Launch {
	makeSocketFolder(socket, account);
	const log = openLog(home.log);
	if (account) chownSync(home.log, account.uid, account.gid);
	const child = spawn(
		program(binaries, 'postgres'),
		['-D', home.cluster, '-k', `"${socket}"`, '-p', String(secrets.port), ...settings],
		{ ...account, cwd: '/', env: programEnvironment, detached: true, stdio: ['ignore', log.file, log.file] },
	);
	closeSync(log.file);
	let alive = true;
	let gaveUp = false;
	child.on('exit', (code) => {
		alive = false;
		gaveUp = code !== 0 && code !== null;
	});
	child.on('error', () => {
		alive = false;
		gaveUp = true;
	});
	child.unref();
	return { alive: () => alive, gaveUp: () => gaveUp, output: () => readFrom(home.log, log.length) };
}

const settings = Object.entries({
	listen_addresses: '', // a socket only: nothing on the network
	unix_socket_permissions: '0700',
	fsync: 'on',
	shared_buffers: '128MB',
	max_connections: '60',
	jit: 'off', // our queries are short: compiling them costs more than it gives
	random_page_cost: '1.1',
	max_wal_size: '2GB',
	timezone: 'UTC',
	log_timezone: 'UTC',
}).flatMap(([name, value]) => ['-c', `${name}=${value}`]);

function openLog(path: string): { file: number; length: number } {
	const { size } = statSync(path, { throwIfNoEntry: false }) ?? { size: 0 };
	if (size > longestLog) renameSync(path, `${path}.1`);
	return { file: openSync(path, 'a', 0o600), length: size > longestLog ? 0 : size };
}

function readFrom(path: string, start: number): string {
	const file = openSync(path, 'r');
	const buffer = Buffer.alloc(64 * 1024);
	const length = readSync(file, buffer, 0, buffer.length, start);
	closeSync(file);
	return buffer.toString('utf8', 0, length);
}
