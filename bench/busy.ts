// A page while the database is kept busy, against the same page while it rests, in the same run: what one reader's long
// question costs to the others.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { openPool } from '#lib/server/database.ts';
import { openEngine } from '#lib/server/engine/engine.ts';
import { startServer } from './with/server.ts';

const port = 4184;
const rounds = 5;
const secondsEach = 6;
/** Connections to the database that never stop asking. */
const busyConnections = 4;
/** Requests a second: a full day of a large region in half an hour, far from what one core can do. */
const rate = 100;

/** Every service against every other by their names: seconds of one processor. */
const longQuestion = 'select count(*) from service a join service b on a.name || b.name like $1';

async function p99Of(path: string): Promise<number> {
	const { latency, non2xx, errors } = await autocannon({
		url: `http://localhost:${port}${path}`,
		connections: 10,
		overallRate: rate,
		duration: secondsEach,
	});
	if (non2xx > 0 || errors > 0) throw new Error(`${path}: ${non2xx} refused, ${errors} lost`);
	return latency.p99;
}

const folder = mkdtempSync(join(tmpdir(), 'passerelles-busy-'));
const served = await startServer(['node', 'bin/passerelles', 'serve'], {
	port,
	env: { PASSERELLES_DATA: folder },
	ready: '/readyz',
	pinned: false,
});
const engine = await openEngine({ dataFolder: folder, command: 'bench', say: () => {} });
const pool = openPool(engine.url);
let asking = true;
let asked = 0;

/** Asks again and again, until told to stop. */
async function keepAsking(): Promise<void> {
	while (asking) {
		await pool.query(longQuestion, [`%${asked}%`]);
		asked++;
	}
}

/** The median over the rounds, in milliseconds. */
const median = (values: readonly number[]): number =>
	values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

// An empty search needs nothing of the database but what is already in memory; a service's page reads it.
const { rows } = await pool.query<{ id: string }>('select id from service order by id limit 1');
const pages = { home: '/', results: '/trouver?q=permis&lieu=Lens', service: `/services/${rows[0]?.id}` };

try {
	for (const [name, path] of Object.entries(pages)) {
		await p99Of(path);
		const idle: number[] = [];
		const busy: number[] = [];
		for (let round = 0; round < rounds; round++) {
			idle.push(await p99Of(path));
			asking = true;
			const askers = Array.from({ length: busyConnections }, keepAsking);
			busy.push(await p99Of(path));
			asking = false;
			await Promise.all(askers);
		}
		console.log(
			JSON.stringify({
				bench: `busy-${name}`,
				requestsPerSecond: rate,
				p99Ms: median(busy),
				busyConnections,
				baseline: 'same page while the database rests, same run',
				baselineP99Ms: median(idle),
				ratio: Number((median(busy) / median(idle)).toFixed(2)),
				target: { ratio: 3 },
			}),
		);
	}
} finally {
	await pool.end();
	await engine.close();
	await served.stop();
	rmSync(folder, { recursive: true, force: true });
}
