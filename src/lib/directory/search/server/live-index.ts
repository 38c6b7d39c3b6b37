import { anonymous } from '#lib/actor.ts';
import { type Act, actAs } from '#lib/server/act.ts';
import { application } from '#lib/server/application.ts';
import type { Database } from '#lib/server/database.ts';
import { followEvents } from '#lib/server/follow-events.ts';
import { listSearchEntries } from '../../server/services.ts';
import { buildIndex, type SearchIndex } from '../search.ts';

/** The index of this process: derived from the database, rebuilt when the directory changes, swapped at once. */
export interface LiveIndex {
	/** The index in force; waits for the first one only. */
	current(): Promise<Edition>;
	close(): Promise<void>;
}
export interface Edition {
	readonly index: SearchIndex;
	/** Number of the last event of the directory that it knows: changes with each edition. */
	readonly version: number;
}

let ofThisProcess: LiveIndex | undefined;

/** The index of this process, opened by the first page that needs it. */
export const liveIndex = (): LiveIndex =>
	(ofThisProcess ??= openLiveIndex(application().db, application().databaseUrl));

/** Changes that come together are read once. */
const settleMs = 200;

export function openLiveIndex(db: Database, url: string): LiveIndex {
	let edition: Promise<Edition> | undefined;
	let pending: NodeJS.Timeout | undefined;

	const renew = async (): Promise<void> => {
		const known = await edition?.catch(() => undefined);
		if (known && (await lastChange(db)) === known.version) return;
		const next = readEdition(db);
		edition = known ? next.catch(() => known) : next;
		await edition;
	};
	const renewSoon = (): void => {
		clearTimeout(pending);
		pending = setTimeout(() => void renew().catch(() => {}), settleMs);
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

/** The number is read before the rows: rows newer than it only mean one more reading. */
const readEdition = (db: Database): Promise<Edition> =>
	actAs(
		db,
		anonymous,
	)(async (act) => {
		const { seq } = await lastDirectoryEvent(act);
		return { version: seq, index: buildIndex(await listSearchEntries(act)) };
	});

const lastChange = (db: Database): Promise<number> =>
	actAs(db, anonymous)(async (act) => (await lastDirectoryEvent(act)).seq);

const lastDirectoryEvent = ({ tx }: Act) =>
	tx
		.selectFrom('event')
		.select(({ fn, val }) => fn.coalesce(fn.max('seq'), val(0)).as('seq'))
		.where(({ eb, or }) => or([eb('name', 'like', 'directory.%'), eb('name', 'like', 'territory.%')]))
		.executeTakeFirstOrThrow();
