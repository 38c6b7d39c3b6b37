import { randomBytes } from 'node:crypto';
import {
	chownSync,
	closeSync,
	fsyncSync,
	mkdtempSync,
	openSync,
	readdirSync,
	renameSync,
	rmSync,
	symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { type Account, accountForNew } from './account.ts';
import type { Binaries } from './binaries.ts';
import { makeCluster, makeOwner } from './cluster.ts';
import { codeOf, refuseFullDisk } from './failures.ts';
import { engineIn, type Home, homeAt, type Place, placeFor } from './folder.ts';
import { isAlive } from './lock-file.ts';
import { readableBinaries } from './readable.ts';
import type { Say } from './say.ts';
import { newSecrets, writeSecrets } from './secrets.ts';

/**
 * Builds an engine beside its final place and publishes it in one step: a crash leaves nothing half made, and of two
 * processes at once the second throws its own away.
 * @throws Refusal (disk full, folder closed, programs that do not run here), or what initdb said
 */
export async function initialise(binaries: Binaries, dataFolder: string, say: Say): Promise<void> {
	refuseFullDisk(dataFolder);
	say('engine.initialising', { folder: dataFolder });
	const account = accountForNew(dataFolder);
	const place = placeFor(dataFolder, account, say);
	removeRemains(place.folder);
	const staging = homeAt(mkdtempSync(join(place.folder, `${stagingPrefix}${process.pid}-`)));
	try {
		if (account) chownSync(staging.folder, account.uid, account.gid);
		await fill(staging, readableBinaries(binaries, account, staging.folder, say), account);
		publish(staging.folder, place, dataFolder);
	} catch (error) {
		rmSync(staging.folder, { recursive: true, force: true });
		throw error;
	}
}

async function fill(home: Home, binaries: Binaries, account: Account): Promise<void> {
	const secrets = newSecrets();
	await makeCluster(home, binaries, account, secrets);
	await makeOwner(home, binaries, account, secrets);
	writeSecrets(home, secrets, account);
}

function publish(staging: string, place: Place, dataFolder: string): void {
	let built = staging;
	try {
		if (place.linked) {
			built = join(place.folder, randomBytes(9).toString('hex'));
			renameSync(staging, built);
			symlinkSync(built, engineIn(dataFolder));
		} else renameSync(staging, engineIn(dataFolder));
		syncFolder(dataFolder);
	} catch (error) {
		rmSync(built, { recursive: true, force: true });
		if (!['EEXIST', 'ENOTEMPTY', 'ENOTDIR'].includes(codeOf(error))) throw error; // else another was faster
	}
}

const stagingPrefix = 'engine.new-';

/** What a process killed while building left behind. */
function removeRemains(place: string): void {
	for (const name of readdirSync(place)) {
		const pid = name.startsWith(stagingPrefix) && Number.parseInt(name.slice(stagingPrefix.length), 10);
		if (pid && !isAlive(pid)) rmSync(join(place, name), { recursive: true, force: true });
	}
}

function syncFolder(folder: string): void {
	const descriptor = openSync(folder, 'r');
	fsyncSync(descriptor);
	closeSync(descriptor);
}
