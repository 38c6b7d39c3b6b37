import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { application } from '#lib/server/application.ts';
import type { Database } from '#lib/server/database.ts';
import { followEvents } from '#lib/server/follow-events.ts';
import { onStop } from '#lib/server/stopping.ts';
import { type Edition, lastChange, readEdition } from './edition.ts';
import { readSnapshot, type Snapshot, writeSnapshot } from './snapshot.ts';

/** The index of this process: derived from the database, rebuilt when the directory changes, swapped at once. */
export interface LiveIndex {
	/** The index in force; waits for the first one only. */
	current(): Promise<Edition>;
	close(): Promise<void>;
}

/** Where editions are kept from one start to the next, and the sources to read large ones in a thread. */
export interface Kept {
	readonly file: string;
	readonly root: string | null;
	/** How many services make a thread worth it; 5,000 unless told. */
	readonly threadAbove?: number;
}

let ofThisProcess: LiveIndex | undefined;

/** The index of this process, opened by the first page that needs it. */
export function liveIndex(): LiveIndex {
	if (!ofThisProcess) {
		const { db, databaseUrl, dataFolder, root } = application();
		ofThisProcess = openLiveIndex(db, databaseUrl, { file: join(dataFolder, 'recherche.index'), root });
		onStop(ofThisProcess.close);
	}
	return ofThisProcess;
}

/** Changes that come together are read once. */
const settleMs = 200;
/** Up to this many services, reading them here takes less time than starting a thread. */
const small = 5000;

export function openLiveIndex(db: Database, url: string, kept?: Kept): LiveIndex {
	let edition: Promise<Snapshot> | undefined;
	let pending: NodeJS.Timeout | undefined;
	let renewing: Promise<void> = Promise.resolve();

	/** The snapshot when it is of this very state of the directory, else the directory itself. */
	const first = async (): Promise<Snapshot> => {
		const snapshot = kept && (await readSnapshot(kept.file));
		if (snapshot && snapshot.state === (await lastChange(db)).state) return snapshot;
		return readHere(db, kept);
	};
	/** The edition in force serves while the next one is read. */
	const renew = async (): Promise<void> => {
		const known = await edition?.catch(() => undefined);
		if (!known || (await lastChange(db)).state === known.state) return;
		const isSmall = known.index.layout.count <= (kept?.threadAbove ?? small);
		const next =
			isSmall || !kept?.root ? await readHere(db, kept) : await readApart(url, kept.root, kept.file);
		edition = Promise.resolve(next);
	};
	const renewSoon = (): void => {
		clearTimeout(pending);
		pending = setTimeout(() => {
			// One at a time: an older reading must never land after a newer one.
			renewing = renewing.then(renew).catch(() => {});
		}, settleMs);
	};
	const follower = followEvents(url, (name) => {
		if (name === null || /^(directory|territory)\./.test(name)) renewSoon();
	});

	return {
		current: () => (edition ??= forgetFailure(first(), () => (edition = undefined))),
		close: async () => {
			clearTimeout(pending);
			await follower.close();
			await renewing;
		},
	};
}

/** Reads the directory in this thread; a snapshot that cannot be kept only means a slower next start. */
async function readHere(db: Database, kept: Kept | undefined): Promise<Snapshot> {
	const snapshot = await readEdition(db);
	if (kept) await writeSnapshot(kept.file, snapshot).catch(() => {});
	return snapshot;
}

/** Has a thread read the directory, then opens what it left. */
async function readApart(url: string, root: string, file: string): Promise<Snapshot> {
	const thread = new Worker(join(root, 'src/lib/directory/search/server/edition-thread.ts'), {
		workerData: { url, file },
	});
	await new Promise<void>((done, fail) => {
		thread.once('error', fail);
		thread.once('exit', (code) =>
			code === 0 ? done() : fail(new Error(`the index's thread ended with ${code}`)),
		);
	});
	const snapshot = await readSnapshot(file);
	if (!snapshot) throw new Error(`the index's thread left no snapshot at ${file}`);
	return snapshot;
}

/** A first reading that fails is tried again by the next request. */
function forgetFailure(reading: Promise<Snapshot>, forget: () => void): Promise<Snapshot> {
	reading.catch(forget);
	return reading;
}
