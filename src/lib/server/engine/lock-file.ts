import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from './failures.ts';
import type { Home } from './folder.ts';

/** What `postmaster.pid` says: the server's process, and its state on the eighth line. */
export interface LockFile {
	pid: number;
	stopping: boolean;
}

export function readLockFile(home: Home): LockFile | undefined {
	try {
		const lines = readFileSync(fileOf(home), 'utf8').split('\n');
		const pid = Number.parseInt(lines[0] ?? '', 10);
		return pid > 0 ? { pid, stopping: lines[7]?.trim() === 'stopping' } : undefined;
	} catch {
		return undefined;
	}
}

/** Whether a process runs; one that is dead but not yet buried does not. */
export const isAlive = (pid: number): boolean => answers(pid) && !isZombie(pid);

function answers(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return codeOf(error) === 'EPERM';
	}
}

function isZombie(pid: number): boolean {
	if (process.platform !== 'linux') return false;
	try {
		return / Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/s, ''));
	} catch {
		return true; // gone since
	}
}

/**
 * Removes the lock files of a dead server whose number still answers: it belongs to another program now (a container
 * that starts again gives out the same small numbers), or nobody buried the process. PostgreSQL would take it for a
 * living server and refuse to start; all other cases are PostgreSQL's own to judge.
 */
export function removeDeadLockFiles(home: Home, socketFile: string): void {
	const pid = readLockFile(home)?.pid ?? 0;
	const files = [`${socketFile}.lock`, fileOf(home)];
	if (serverLives(home, pid)) return;
	for (const file of files.filter(isAbandonedEmpty)) rmSync(file, { force: true });
	if (pid && answers(pid)) for (const file of files) removeWhenOf(pid, file);
}

/** A power cut between a lock file's birth and its first line; a server being born fills it at once. */
function isAbandonedEmpty(file: string): boolean {
	const found = statSync(file, { throwIfNoEntry: false });
	return found?.size === 0 && Date.now() - found.mtimeMs > 2000;
}

/** Looks again at what it took: another starter's server may have put its own file there meanwhile. */
function removeWhenOf(pid: number, file: string): void {
	const aside = `${file}.${process.pid}`;
	try {
		if (pidIn(file) !== pid) return;
		renameSync(file, aside);
		if (pidIn(aside) === pid) rmSync(aside);
		else renameSync(aside, file);
	} catch (error) {
		if (codeOf(error) !== 'ENOENT') throw error;
	}
}

const pidIn = (file: string): number => Number.parseInt(readFileSync(file, 'utf8'), 10);

/** Every process of a server works in its cluster's folder; where the system does not tell, its name decides. */
function serverLives(home: Home, pid: number): boolean {
	if (process.platform === 'linux') return readdirSync('/proc').some((entry) => worksIn(entry, home.cluster));
	if (!pid) return false;
	const { stdout } = spawnSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' });
	return stdout.includes('postgres');
}

function worksIn(entry: string, folder: string): boolean {
	try {
		return readlinkSync(`/proc/${entry}/cwd`) === folder;
	} catch {
		return false; // not a process, a dead one, or one of another account
	}
}

const fileOf = (home: Home): string => join(home.cluster, 'postmaster.pid');
