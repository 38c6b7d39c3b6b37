import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../../refusal.ts';
import type { Account } from './account.ts';
import { type Binaries, program } from './binaries.ts';
import type { Say } from './say.ts';

/**
 * The binaries where the engine's account can run them: their own folder, or a copy made once in `home` (a checkout
 * under /root is closed to everybody else).
 */
export function readableBinaries(binaries: Binaries, account: Account, home: string, say: Say): Binaries {
	if (problemOf(binaries, account) === undefined) return binaries;
	const copy = { ...binaries, folder: join(home, `native-${binaries.version}`) };
	if (!existsSync(copy.folder)) {
		say('engine.copyingBinaries');
		copyOpen(binaries.folder, copy.folder);
	}
	const problem = problemOf(copy, account);
	if (problem !== undefined) throw new Refusal(503, 'engine.cannotRun', { problem });
	return copy;
}

/** Runs the program as that account, which also loads its libraries; undefined when all is well. */
function problemOf(binaries: Binaries, account: Account): string | undefined {
	const options = { ...account, cwd: '/', encoding: 'utf8' } as const;
	const { error, status, stderr } = spawnSync(program(binaries, 'postgres'), ['--version'], options);
	return status === 0 ? undefined : (error?.message ?? stderr.trim());
}

function copyOpen(from: string, to: string): void {
	const staging = `${to}.new-${process.pid}`;
	rmSync(staging, { recursive: true, force: true });
	cpSync(from, staging, { recursive: true, verbatimSymlinks: true });
	openToAll(staging);
	try {
		renameSync(staging, to);
	} catch (error) {
		rmSync(staging, { recursive: true, force: true });
		if (!existsSync(to)) throw error; // another process made the same copy meanwhile
	}
}

function openToAll(folder: string): void {
	chmodSync(folder, 0o755);
	for (const entry of readdirSync(folder, { withFileTypes: true })) {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) openToAll(path);
		else if (entry.isFile()) chmodSync(path, 0o755);
	}
}
