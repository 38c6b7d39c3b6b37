// A writer that the kill test ends at any moment: each number that the database acknowledged is noted at once.
import { appendFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { openEngine } from '../src/lib/server/engine/engine.ts';

const [dataFolder = '', oracle = '', first = '0'] = process.argv.slice(2);
const writers = 4;
let next = Number(first);

const engine = await openEngine({ dataFolder, command: 'kill-writer', say: () => {} });
const pool = new pg.Pool({ connectionString: engine.url, max: writers });
pool.on('error', () => {}); // the database was killed: the query in hand tells
await pool.query('create table if not exists kept (id bigint primary key, note text not null)');

async function writeForEver(): Promise<never> {
	for (;;) {
		const id = next++;
		try {
			await pool.query('insert into kept values ($1, $2)', [id, `note ${id}`]);
			appendFileSync(oracle, `${id}\n`);
		} catch {
			await pause(10); // the number is lost, not acknowledged: the next one will do
		}
	}
}

await Promise.all(Array.from({ length: writers }, writeForEver));
