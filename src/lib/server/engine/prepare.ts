import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../../refusal.ts';
import { type Account, accountOf } from './account.ts';
import { type Binaries, findBinaries } from './binaries.ts';
import { findHome, type Home, makeDataFolder } from './folder.ts';
import { initialise } from './initialise.ts';
import { readableBinaries } from './readable.ts';
import type { Say } from './say.ts';
import { ownerUrl, readSecrets, type Secrets } from './secrets.ts';
import { socketFolder } from './socket.ts';

/** All that is needed to join an engine or to start it. */
export interface Prepared {
	home: Home;
	binaries: Binaries;
	account: Account;
	secrets: Secrets;
	socket: string;
	url: string;
}

/**
 * Finds the engine of a data folder, or makes one.
 * @throws Refusal when the folder or this machine does not allow it.
 */
export async function prepare(dataFolder: string, say: Say): Promise<Prepared> {
	const binaries = findBinaries();
	makeDataFolder(dataFolder);
	const home = findHome(dataFolder) ?? (await makeHome(binaries, dataFolder, say));
	refuseOtherVersion(home, binaries);
	const account = accountOf(home.folder);
	const secrets = readSecrets(home);
	const socket = socketFolder(home, secrets);
	const readable = readableBinaries(binaries, account, home.folder, say);
	return { home, binaries: readable, account, secrets, socket, url: ownerUrl(secrets, socket) };
}

async function makeHome(binaries: Binaries, dataFolder: string, say: Say): Promise<Home> {
	await initialise(binaries, dataFolder, say);
	const home = findHome(dataFolder);
	if (!home) throw new Refusal(503, 'engine.incomplete', { folder: dataFolder });
	return home;
}

function refuseOtherVersion(home: Home, { major }: Binaries): void {
	const found = readMajor(home);
	if (found !== major)
		throw new Refusal(503, 'engine.otherVersion', { folder: home.folder, found, expected: major });
}

function readMajor(home: Home): string {
	try {
		return readFileSync(join(home.cluster, 'PG_VERSION'), 'utf8').trim();
	} catch {
		throw new Refusal(503, 'engine.notYours', { folder: home.folder });
	}
}
