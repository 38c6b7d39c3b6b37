import { chmodSync, lstatSync, mkdirSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../../refusal.ts';
import { type Account, canEnter } from './account.ts';
import { codeOf } from './failures.ts';
import type { Say } from './say.ts';

/** Where one engine lives. `folder` is a real path: the data folder may only point to it. */
export interface Home {
	folder: string;
	cluster: string;
	log: string;
	secrets: string;
}

export const homeAt = (folder: string): Home => ({
	folder,
	cluster: join(folder, 'cluster'),
	log: join(folder, 'postgres.log'),
	secrets: join(folder, 'engine.json'),
});

/** The name under which a data folder shows its engine: a folder, or a link to one. */
export const engineIn = (dataFolder: string): string => join(dataFolder, 'engine');

const systemPlace = '/var/lib/passerelles';

/** Where a home is built; `linked`: the data folder will only point to it. */
export interface Place {
	folder: string;
	linked: boolean;
}

/** @throws Refusal when the folder cannot be made. */
export function makeDataFolder(dataFolder: string): void {
	try {
		mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
	} catch (error) {
		if (codeOf(error) === 'ENOSPC') throw error;
		throw new Refusal(503, 'engine.cannotWrite', { folder: dataFolder, problem: codeOf(error) });
	}
}

/**
 * The engine of a data folder, if it has one. A home appears complete, under its final name, or not at all.
 * @throws Refusal when it belongs to somebody else, or when something is there that is not an engine.
 */
export function findHome(dataFolder: string): Home | undefined {
	const shown = engineIn(dataFolder);
	try {
		const home = homeAt(realpathSync(shown));
		statSync(home.secrets);
		return home;
	} catch (error) {
		if (codeOf(error) !== 'ENOENT') throw new Refusal(503, 'engine.notYours', { folder: shown });
		if (isThere(shown)) throw new Refusal(503, 'engine.incomplete', { folder: shown });
		return undefined;
	}
}

/**
 * The folder in which to build a home that `account` can reach: the data folder, or one of the system's when the way
 * to it is closed to that account (a data folder under /root).
 * @throws Refusal when neither will do.
 */
export function placeFor(dataFolder: string, account: Account, say: Say): Place {
	if (account) letThrough(dataFolder);
	if (canEnter(account, dataFolder)) return { folder: realpathSync(dataFolder), linked: false };
	try {
		mkdirSync(systemPlace, { recursive: true, mode: 0o711 });
	} catch {
		throw new Refusal(503, 'engine.cannotReach', { folder: dataFolder });
	}
	say('engine.elsewhere', { folder: systemPlace, dataFolder });
	return { folder: systemPlace, linked: true };
}

/** Others may cross, not read, a folder of root that has nothing in it yet; one in use keeps its mode. */
function letThrough(dataFolder: string): void {
	const { uid, mode } = statSync(dataFolder);
	if (uid === 0 && readdirSync(dataFolder).length === 0) chmodSync(dataFolder, mode | 0o111);
}

const isThere = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;
