import { hasDirectory, loadDemo, wasDemoRemoved } from '../lib/directory/server/load-demo.ts';
import { lacksPeople, loadPeople } from '../lib/pathway/demo/server/load-people.ts';
import { type Database, databaseOver, openPool } from '../lib/server/database.ts';
import { ensureReference } from '../lib/territory/server/load-reference.ts';
import type { Installation, Say } from './installation.ts';
import { timed } from './timed.ts';

/** The communes of France, loaded once: nothing can be found without them. */
export const loadCommunes = ({ operator }: Installation): Promise<void> => operator(ensureReference);

/** Communes, then the demo region when the directory is empty, unless it was taken away. */
export async function prepare(installation: Installation, say: Say): Promise<void> {
	await timed(say, 'cli.step.reference', async () => {
		await loadCommunes(installation);
		return {};
	});
	if (await awaitsDemo(installation))
		await timed(say, 'cli.step.demo', () => loadDemo(installation.operator, new Date()));
	if (await withApplication(installation, (db) => lacksPeople(installation.operator, db)))
		await timed(say, 'cli.step.people', () => loadFollowed(installation));
}

const awaitsDemo = async ({ operator }: Installation): Promise<boolean> =>
	!((await operator(hasDirectory)) || (await operator(wasDemoRemoved)));

/** The invented people of the demo region, whose histories are played by the application's own login. */
export const loadFollowed = (installation: Installation): Promise<{ people: number }> =>
	withApplication(installation, (db) => loadPeople(installation.operator, db, new Date()));

async function withApplication<Result>(
	{ appUrl }: Installation,
	work: (db: Database) => Promise<Result>,
): Promise<Result> {
	const pool = openPool(appUrl, { max: 2 });
	try {
		return await work(databaseOver(pool));
	} finally {
		await pool.end();
	}
}
