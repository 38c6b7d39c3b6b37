import { setTimeout as pause } from 'node:timers/promises';
import type { Home } from './folder.ts';
import { isAlive, readLockFile } from './lock-file.ts';

const longest = 120_000; // milliseconds: the last checkpoint of a slow disk

/**
 * Fast shutdown of one server: open transactions are undone, everything acknowledged is on disk. Waits for its end;
 * another server that starts there meanwhile is left alone.
 */
export async function stop(home: Home, server: number): Promise<void> {
	if (readLockFile(home)?.pid !== server) return;
	process.kill(server, 'SIGINT');
	for (const begun = Date.now(); isAlive(server) && Date.now() - begun < longest; ) await pause(10);
}
