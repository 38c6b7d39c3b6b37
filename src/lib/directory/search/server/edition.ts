import { sql } from 'kysely';
import { anonymous } from '#lib/actor.ts';
import { type Act, actAs } from '#lib/server/act.ts';
import type { Database } from '#lib/server/database.ts';
import { listSearchEntries } from '../../server/services.ts';
import { buildIndex, type SearchIndex } from '../search.ts';
import type { Snapshot } from './snapshot.ts';
import { listSynonyms } from './synonyms.ts';

export interface Edition {
	readonly index: SearchIndex;
	/** Number of the last event of the directory that it knows: changes with each edition. */
	readonly version: number;
}

/** The state is read before the rows: rows newer than it only mean one more reading. */
export const readEdition = (db: Database): Promise<Snapshot> =>
	actAs(
		db,
		anonymous,
	)(async (act) => {
		const directory = await directoryState(act);
		const synonyms = (await listSynonyms(act)).map(({ phrases }) => phrases);
		return { ...directory, index: buildIndex(await listSearchEntries(act), synonyms) };
	});

/** What the directory is at, to know whether an edition is still the last one. */
export const lastChange = (db: Database): Promise<{ state: string; version: number }> =>
	actAs(db, anonymous)(directoryState);

/** The number of its last event, and what tells this database from any other that counts alike. */
async function directoryState({ tx }: Act): Promise<{ state: string; version: number }> {
	const { rows } = await sql<{ version: number; state: string }>`
		select coalesce(max(seq), 0)::float8 as version,
			concat_ws('/', (select oid from pg_database where datname = current_database()),
				extract(epoch from min(happened_at)), max(seq), extract(epoch from max(happened_at))) as state
		from event where name like 'directory.%' or name like 'territory.%'`.execute(tx);
	return rows[0]!;
}
