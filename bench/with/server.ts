import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';

/** A program that answers on a port, started for a measure. */
export interface Served {
	readonly address: string;
	stop(): Promise<void>;
}

const onFirstCore = ['taskset', '-c', '0'];
const hasCores = availableParallelism() > 1 && existsSync('/usr/bin/taskset');

interface Start {
	readonly port: number;
	readonly env?: Record<string, string>;
	/** The page that says that it is ready. */
	readonly ready?: string;
	/** Kept on the first core, so that what measures it has the others. */
	readonly pinned?: boolean;
}

/** Starts a program and waits for its first good answer; a minute at most. */
export async function startServer(
	program: readonly string[],
	{ port, env = {}, ready = '/', pinned = true }: Start,
): Promise<Served> {
	const [name = '', ...args] = pinned && hasCores ? [...onFirstCore, ...program] : program;
	const child = spawn(name, args, {
		env: { ...process.env, ...env, PORT: String(port) },
		stdio: 'ignore',
	});
	const address = `http://localhost:${port}`;
	for (let tries = 0; !(await answers(address + ready)); tries++) {
		if (tries === 300 || child.exitCode !== null) throw new Error(`${program.join(' ')}: no answer`);
		await new Promise((next) => setTimeout(next, 200));
	}
	return { address, stop: () => stopped(child) };
}

/** The built application on a data folder of its own, thrown away at the end. */
export async function startPasserelles(port: number, pinned = true): Promise<Served> {
	const folder = mkdtempSync(join(tmpdir(), 'passerelles-bench-'));
	const env = { PASSERELLES_DATA: folder };
	const served = await startServer(['node', 'bin/passerelles', 'serve'], {
		port,
		env,
		ready: '/readyz',
		pinned,
	});
	return {
		address: served.address,
		stop: async () => {
			await served.stop();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

const answers = (url: string): Promise<boolean> =>
	fetch(url).then(
		(response) => response.ok,
		() => false,
	);

const stopped = (child: ChildProcess): Promise<void> =>
	new Promise((resolve) => {
		child.once('exit', () => resolve());
		child.kill('SIGTERM');
		setTimeout(() => child.kill('SIGKILL'), 10_000).unref();
	});
