// A thread of its own: reads a large directory and leaves a snapshot of it, while pages go on being answered.
import { workerData } from 'node:worker_threads';
import { databaseOver, openPool } from '#lib/server/database.ts';
import { readEdition } from './edition.ts';
import { writeSnapshot } from './snapshot.ts';

const { url, file } = workerData as { url: string; file: string };
const pool = openPool(url, { max: 1 });
try {
	await writeSnapshot(file, await readEdition(databaseOver(pool)));
} finally {
	await pool.end();
}
