import { setTimeout as pause } from 'node:timers/promises';
import type { Home } from './folder.ts';
import { isGone, readLockFile } from './lock-file.ts';

const longest = 120_000; // milliseconds: the last checkpoint of a slow disk

/** Fast shutdown: open transactions are undone, everything acknowledged is on disk. Waits for its end. */
export async function stop(home: Home): Promise<void> {
	const lock = readLockFile(home);
	if (!lock) return;
	process.kill(lock.pid, 'SIGINT');
	for (const begun = Date.now(); !isGone(home) && Date.now() - begun < longest; ) await pause(10);
}
