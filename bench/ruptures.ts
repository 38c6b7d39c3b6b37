// Every rule of rupture over everybody's facts, against the same rules in SQL on the same log in the same run; the log
// told again from nothing; one fact more. node bench/ruptures.ts [people] [facts each]
import { findAlerts, findAlertsOf, scan } from '#lib/rupture/evaluate.ts';
import { foldAll, foldFact } from '#lib/rupture/fold/fold-fact.ts';
import { emptyState } from '#lib/rupture/state.ts';
import { generateFacts, worldDepartments } from '#lib/rupture/testing/generated-world.ts';
import { askTwin, layTwin, standTwin } from '#lib/rupture/testing/rupture-twin.ts';
import { twinColumns, twinLines } from '#lib/rupture/testing/twin-rows.ts';
import { twinIndexes } from '#lib/rupture/testing/twin-schema.ts';
import { defaultThresholds } from '#lib/rupture/thresholds.ts';
import { openPool } from '#lib/server/database.ts';
import { createDatabase, dropDatabase, onDatabase, openTestServer } from '#lib/testing/database-server.ts';
import { CopyIn } from './with/copy-in.ts';
import { collect } from './with/memory.ts';

const people = Number(process.argv[2] ?? 100_000);
const factsEach = Number(process.argv[3] ?? 12);
const passes = 7;
const now = new Date('2026-11-23T11:00:00Z');
const nowMs = now.getTime();

let facts = generateFacts({ seed: 20_261, people, factsEach, from: '2026-01-05', until: '2026-11-23' });

const server = await openTestServer();
const database = await createDatabase(server.url);
const pool = openPool(onDatabase(server.url, database), { max: 1 });
const client = await pool.connect();
await layTwin(client, worldDepartments, '2024-01-01', '2028-01-01');
const copy = new CopyIn(`copy twin.fact (${twinColumns.join(', ')}) from stdin`, twinLines(facts));
client.query(copy);
await copy.done;
await client.query(twinIndexes);
await client.query("set work_mem = '256MB'");

collect();
const before = process.memoryUsage.rss();
const begun = performance.now();
const state = foldAll(emptyState(), facts);
const replaySeconds = (performance.now() - begun) / 1000;
const replayMb = Math.round((process.memoryUsage.rss() - before) / 1e6);
const told = facts.length;
// Columns are all that a server keeps.
facts = [];
collect();

const times: number[] = [];
const sqlTimes: number[] = [];
let alerts = 0;
let twins: Awaited<ReturnType<typeof askTwin>> = [];
for (let pass = 0; pass < passes; pass++) {
	const start = performance.now();
	alerts = scan(state, defaultThresholds, nowMs).size;
	times.push(performance.now() - start);
	// The twin takes seconds: three passes of it hold a median.
	if (pass % 3 > 0) continue;
	const asked = performance.now();
	await standTwin(client, now);
	twins = await askTwin(client, now);
	sqlTimes.push(performance.now() - asked);
}

const ours = new Set(findAlerts(state, defaultThresholds, nowMs).map(({ id }) => id));
const equal = twins.filter(({ rule, identity, occurred }) =>
	ours.has(`${rule}:${identity}:${new Date(occurred).toISOString()}`),
).length;

const oneMs: number[] = [];
for (let person = 0; person < 5000; person++) {
	const row = Math.floor((person * people) / 5000);
	const start = performance.now();
	foldFact(state, {
		kind: 'contact',
		at: nowMs,
		person: state.people.ids[row] ?? '',
		day: '2026-11-23',
		way: 'phone',
	});
	findAlertsOf(state, defaultThresholds, nowMs, row);
	oneMs.push(performance.now() - start);
}

client.release();
await pool.end();
await dropDatabase(server.url, database);
await server.close();

const quantile = (values: readonly number[], share: number) =>
	values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))]!;
const rounded = (ms: number) => Number(ms.toFixed(3));
console.log(
	JSON.stringify({
		bench: 'ruptures',
		people,
		facts: told,
		alerts,
		scanMs: rounded(quantile(times, 0.5)),
		baseline: 'PostgreSQL: the same rules as window queries on the log',
		baselineMs: rounded(quantile(sqlTimes, 0.5)),
		ratio: rounded(quantile(times, 0.5) / quantile(sqlTimes, 0.5)),
		replaySeconds: rounded(replaySeconds),
		replayMb,
		oneFactP50Ms: rounded(quantile(oneMs, 0.5)),
		oneFactP95Ms: rounded(quantile(oneMs, 0.95)),
		target: { scanMs: 300, ratio: 1 / 40, replaySeconds: 10, replayMb: 1000, oneFactMs: 0.1 },
		equal: `${equal} of ${twins.length}, ${ours.size} of ours`,
	}),
);
