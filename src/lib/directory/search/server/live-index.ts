import { application } from '#lib/server/application.ts';
import type { Database } from '#lib/server/database.ts';
import { followEvents } from '#lib/server/follow-events.ts';
import { onStop } from '#lib/server/stopping.ts';
import { type Edition, lastChange, readEdition } from './edition.ts';

/** The index of this process: derived from the database, rebuilt when the directory changes, swapped at once. */
export interface LiveIndex {
	/** The index in force; waits for the first one only. */
	current(): Promise<Edition>;
	close(): Promise<void>;
}

let ofThisProcess: LiveIndex | undefined;

/** The index of this process, opened by the first page that needs it. */
export function liveIndex(): LiveIndex {
	if (!ofThisProcess) {
		ofThisProcess = openLiveIndex(application().db, application().databaseUrl);
		onStop(ofThisProcess.close);
	}
	return ofThisProcess;
}

/** Changes that come together are read once. */
const settleMs = 200;

export function openLiveIndex(db: Database, url: string): LiveIndex {
	let edition: Promise<Edition> | undefined;
	let pending: NodeJS.Timeout | undefined;
	let renewing: Promise<void> = Promise.resolve();

	/** The edition in force serves while the next one is read. */
	const renew = async (): Promise<void> => {
		const known = await edition?.catch(() => undefined);
		if (!known || (await lastChange(db)) === known.version) return;
		const next = await readEdition(db);
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
		current: () => (edition ??= forgetFailure(readEdition(db), () => (edition = undefined))),
		close: async () => {
			clearTimeout(pending);
			await follower.close();
		},
	};
}

/** A first reading that fails is tried again by the next request. */
function forgetFailure(reading: Promise<Edition>, forget: () => void): Promise<Edition> {
	reading.catch(forget);
	return reading;
}
