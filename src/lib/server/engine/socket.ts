import { chownSync, lstatSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../../refusal.ts';
import type { Account } from './account.ts';
import type { Home } from './folder.ts';
import type { Secrets } from './secrets.ts';

/** The system cuts a socket's path at 104 bytes (macOS) or 108 (Linux). */
const longestPath = 100;

/** The folder of the engine's socket: in its home when the path is short enough, else a private one. */
export function socketFolder(home: Home, secrets: Secrets): string {
	const own = join(home.folder, 'socket');
	const path = socketFile(own, secrets);
	return Buffer.byteLength(path) <= longestPath && !/[",]/.test(path) ? own : secrets.shortSocketFolder;
}

export const socketFile = (folder: string, { port }: Secrets): string => join(folder, `.s.PGSQL.${port}`);

/** @throws Refusal when somebody else already made a folder of that name. */
export function makeSocketFolder(folder: string, account: Account): void {
	try {
		mkdirSync(folder, { mode: 0o700 });
		if (account) chownSync(folder, account.uid, account.gid);
	} catch {
		const found = lstatSync(folder, { throwIfNoEntry: false });
		const uid = account?.uid ?? process.getuid?.();
		if (!found?.isDirectory() || found.uid !== uid) throw new Refusal(503, 'engine.notYours', { folder });
	}
}
