// Proposals of duplicates among all the organisations of a directory, against comparing all pairs: those of a sample are
// compared, their cost carried over to all. Part of the organisations are told by a second source: how many are found.
// node bench/duplicates.ts [organisations]
import { sql } from 'kysely';
import { type Compared, compared } from '../src/lib/directory/duplicates/compared.ts';
import { proposedFrom, scorePair } from '../src/lib/directory/duplicates/score.ts';
import { filedPages } from '../src/lib/directory/duplicates/server/compared-entries.ts';
import { fileEntries } from '../src/lib/directory/duplicates/server/filing.ts';
import { proposeDuplicates } from '../src/lib/directory/duplicates/server/propose-duplicates.ts';
import type { ParsedRow } from '../src/lib/directory/formats/row.ts';
import type { Organisation } from '../src/lib/directory/organisation.ts';
import { importDirectory } from '../src/lib/directory/server/import-directory.ts';
import { type Act, actAsOperator, actAtTheDoor } from '../src/lib/server/act.ts';
import { appUrl } from '../src/lib/server/app-login.ts';
import { databaseOver, openPool } from '../src/lib/server/database.ts';
import { ensureReference } from '../src/lib/territory/server/load-reference.ts';
import {
	createDatabase,
	dropDatabase,
	onDatabase,
	openTestServer,
} from '../src/lib/testing/database-server.ts';
import { measured } from './with/memory.ts';
import { inventTwins, type Town } from './with/twins.ts';

const organisations = Number(process.argv[2] ?? 110_000);
const toldTwice = 0.1;
const sample = Math.min(3000, organisations);

const server = await openTestServer();
const name = await createDatabase(server.url);
const pool = openPool(onDatabase(server.url, name), { max: 2 });
const visitors = openPool(appUrl(onDatabase(server.url, name)), { max: 2 });
try {
	const [operator, door] = [actAsOperator(databaseOver(pool)), actAtTheDoor(databaseOver(visitors))];
	await operator(ensureReference);
	const { singles, twins } = inventTwins(await operator(listTowns), organisations, toldTwice);
	await importDirectory(operator, 'banc', linesOf(singles), { fileNames: ['banc.json'] });
	await importDirectory(operator, 'écho', linesOf(twins.map(({ retold }) => retold)), {
		fileNames: ['echo.json'],
	});
	await pool.query('analyze');
	const ours = await measured(() => door((act) => proposeDuplicates(act, 'organisation', null)));
	const perPairMs = await door(timeAllPairs);
	const allPairs = (organisations * (organisations - 1)) / 2;
	const baselineSeconds = Math.round((perPairMs * allPairs) / 1000);
	const { found, added, entries, compared: looked } = ours.result;
	if (entries !== organisations) throw new Error(`${entries} organisations filed out of ${organisations}`);
	console.log(
		JSON.stringify({
			bench: 'duplicates',
			organisations,
			seconds: ours.seconds,
			target: { seconds: 60 },
			residentMb: ours.residentMb,
			liveGrowthMb: ours.liveGrowthMb,
			pairsCompared: looked,
			proposed: found,
			new: added,
			planted: twins.length,
			recall: rounded((await countFound()) / twins.length),
			baseline: `all pairs: cost of a pair on ${sample} organisations, carried over to ${organisations}`,
			baselineMicrosecondsPerPair: rounded(1000 * perPairMs),
			baselineSeconds,
			ratio: rounded(ours.seconds / baselineSeconds, 6),
		}),
	);
} finally {
	await visitors.end();
	await pool.end();
	await dropDatabase(server.url, name);
	await server.close();
}

async function listTowns({ tx }: Act): Promise<Town[]> {
	const { rows } = await sql<Town>`select code, name, latitude, longitude from commune
		where kind = 'commune' and latitude is not null order by population desc nulls last, code`.execute(tx);
	return rows;
}

function* linesOf(told: readonly Organisation[]): Generator<ParsedRow> {
	for (const [i, organisation] of told.entries())
		yield { line: i + 1, organisation, service: null, about: [], problems: [], warnings: [] };
}

/** Milliseconds that a pair costs when each of the sample is compared with each other, made ready beforehand. */
async function timeAllPairs(act: Act): Promise<number> {
	const { census } = await fileEntries(act, 'organisation', null);
	const ready = [];
	for await (const page of filedPages(act, 'organisation'))
		ready.push(...page.map((entry) => compared(entry, census)));
	const some = ready.filter((_, i) => i % Math.floor(ready.length / sample) === 0).slice(0, sample);
	const begun = performance.now();
	const pairs = countPairs(some);
	return (performance.now() - begun) / pairs;
}

function countPairs(some: readonly Compared[]): number {
	let [pairs, likely] = [0, 0];
	for (const [i, one] of some.entries())
		for (const other of some.slice(i + 1)) {
			pairs += 1;
			likely += Number(scorePair(one, other).score >= proposedFrom);
		}
	if (likely === pairs) throw new Error('all pairs are alike');
	return pairs;
}

/** How many of those told twice are proposed. */
async function countFound(): Promise<number> {
	const { rows } = await pool.query<{ found: number }>(`
		select count(*)::int as found from duplicate_pair pair
			join organisation one on one.id = pair.first_id join organisation other on other.id = pair.second_id
		where one.source <> other.source
			and split_part(one.source_id, '--', 2) = split_part(other.source_id, '--', 2)`);
	return rows[0]!.found;
}

function rounded(value: number, digits = 3): number {
	return Number(value.toFixed(digits));
}
