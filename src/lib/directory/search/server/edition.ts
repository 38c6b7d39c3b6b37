import { anonymous } from '#lib/actor.ts';
import { type Act, actAs } from '#lib/server/act.ts';
import type { Database } from '#lib/server/database.ts';
import { listSearchEntries } from '../../server/services.ts';
import { buildIndex, type SearchIndex } from '../search.ts';
import { listSynonyms } from './synonyms.ts';

export interface Edition {
	readonly index: SearchIndex;
	/** Number of the last event of the directory that it knows: changes with each edition. */
	readonly version: number;
}

/** The number is read before the rows: rows newer than it only mean one more reading. */
export const readEdition = (db: Database): Promise<Edition> =>
	actAs(
		db,
		anonymous,
	)(async (act) => {
		const { seq } = await lastDirectoryEvent(act);
		return { version: seq, index: await indexOf(act) };
	});

async function indexOf(act: Act): Promise<SearchIndex> {
	const synonyms = await listSynonyms(act);
	return buildIndex(
		await listSearchEntries(act),
		synonyms.map(({ phrases }) => phrases),
	);
}

/** Number of the directory's last event, to know whether an edition is still the last one. */
export const lastChange = (db: Database): Promise<number> =>
	actAs(db, anonymous)(async (act) => (await lastDirectoryEvent(act)).seq);

const lastDirectoryEvent = ({ tx }: Act) =>
	tx
		.selectFrom('event')
		.select(({ fn, val }) => fn.coalesce(fn.max('seq'), val(0)).as('seq'))
		.where(({ eb, or }) => or([eb('name', 'like', 'directory.%'), eb('name', 'like', 'territory.%')]))
		.executeTakeFirstOrThrow();
