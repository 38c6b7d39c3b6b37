import { execFileSync, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';

/** The system account that the engine runs as; undefined: the one of this process. */
export type Account = { uid: number; gid: number } | undefined;

/** PostgreSQL refuses to run as root: root lends it the account that owns its home, or `nobody`. */
export function accountOf(home: string): Account {
	if (process.getuid?.() !== 0) return undefined;
	const { uid, gid } = statSync(home);
	return uid === 0 ? nobody() : { uid, gid };
}

/** The account for a new engine: the data folder's owner, unless it has no name here (initdb insists on one). */
export function accountForNew(dataFolder: string): Account {
	const owner = accountOf(dataFolder);
	return owner && hasName(owner.uid) ? owner : owner && nobody();
}

/** Whether this account may go into a folder: asked of the system, for modes do not tell everything. */
export function canEnter(account: Account, folder: string): boolean {
	if (!account) return true;
	const { status } = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...account, cwd: '/' });
	return status === 0;
}

function nobody(): { uid: number; gid: number } {
	return { uid: idOf('-u') ?? 65_534, gid: idOf('-g') ?? 65_534 };
}

function idOf(flag: '-u' | '-g'): number | undefined {
	try {
		return Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8', stdio: 'pipe' }));
	} catch {
		return undefined;
	}
}

const hasName = (uid: number): boolean => spawnSync('id', ['-un', String(uid)]).status === 0;
