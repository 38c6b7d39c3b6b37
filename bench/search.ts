// Search in memory against the same question to PostgreSQL, well tuned, on the same services, queries and machine.
// node bench/search.ts [services]
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRemoteOnly, type SearchEntry } from '#lib/directory/search/entry.ts';
import { everything, type Query } from '#lib/directory/search/query.ts';
import { buildIndex, findServices } from '#lib/directory/search/search.ts';
import { readSnapshot, writeSnapshot } from '#lib/directory/search/server/snapshot.ts';
import { isStopWord, stemWord } from '#lib/directory/search/words.ts';
import { audiences } from '#lib/directory/service.ts';
import { topics } from '#lib/directory/topic.ts';
import { openPool } from '#lib/server/database.ts';
import { createDatabase, dropDatabase, onDatabase, openTestServer } from '#lib/testing/database-server.ts';
import { askTwin, fillTwin } from '#lib/testing/sql-search.ts';
import { type Chance, chanceFrom, inventWords, mistyped, pick, zipf } from './with/chance.ts';
import { collect } from './with/memory.ts';

const services = Number(process.argv[2] ?? 180_000);
const queries = 200;
const passes = 5;
/** One question in five is also asked of PostgreSQL in each pass, in turn. */
const sqlShare = 5;
const organisations = Math.ceil((services * 11) / 18);
const at = new Date('2026-10-20T10:00:00Z');
const isOpen = (hours: string) => hours.endsWith('0');

/** Places gathered in towns of unequal size, over a country. */
function inventPlaces(chance: Chance, count: number) {
	const towns = Array.from({ length: Math.ceil(count / 8) }, () => ({
		latitude: 43 + chance() * 7,
		longitude: -1 + chance() * 8,
	}));
	return Array.from({ length: count }, () => {
		const town = towns[zipf(chance, towns.length)]!;
		return {
			latitude: town.latitude + (chance() - 0.5) / 10,
			longitude: town.longitude + (chance() - 0.5) / 10,
		};
	});
}

const sentence = (chance: Chance, words: readonly string[], length: number) =>
	Array.from({ length }, () => words[zipf(chance, words.length)]!).join(' ');

function inventEntry(chance: Chance, i: number, words: readonly string[], place: object): SearchEntry {
	const isRemote = chance() < 0.05;
	return {
		id: `service-${i}`,
		organisationId: `organisation-${i % organisations}`,
		name: sentence(chance, words, 5),
		organisation: sentence(chance, words, 3),
		summary: '',
		description: sentence(chance, words, 80),
		topics: Array.from({ length: 1 + Math.floor(chance() * 2) }, () => pick(chance, topics)),
		audiences: chance() < 0.6 ? ['everyone'] : [pick(chance, audiences)],
		fee: chance() < 0.7 ? 'free' : pick(chance, ['paid', null]),
		welcomeModes: isRemote ? ['remote'] : ['on-site'],
		zone: [],
		latitude: null,
		longitude: null,
		position: 'given',
		communeCode: null,
		communeName: null,
		postcode: null,
		address: null,
		openingHours:
			chance() < 0.5 ? `Mo-Fr 09:00-1${Math.floor(chance() * 9)}:${pick(chance, ['00', '15', '30'])}` : null,
		phone: null,
		updatedOn: `202${4 + Math.floor(chance() * 3)}-0${1 + Math.floor(chance() * 9)}-15`,
		welcome: null,
		languages: [],
		placesLeft: chance() < 0.2 ? Math.floor(chance() * 8) : null,
		saturation: null,
		responseDays: chance() < 0.4 ? Math.floor(chance() * 20) : null,
		closures: [],
		stops: [],
		fictional: true,
		...place,
	};
}

/** One to three words of one service, a place not far from it, three filters that let it pass. */
function inventQuery(chance: Chance, entry: SearchEntry): Query {
	const said = `${entry.name} ${entry.organisation} ${entry.description}`.split(' ');
	const asked = Array.from({ length: 1 + Math.floor(chance() * 3) }, () => pick(chance, said.slice(0, 30)));
	const { latitude, longitude } = entry;
	return {
		...everything,
		words: asked.join(' '),
		radiusKm: pick(chance, [10, 20, 30, 50]),
		near: {
			label: '',
			latitude: latitude! + (chance() - 0.5) / 20,
			longitude: longitude! + (chance() - 0.5) / 20,
		},
		topics: [entry.topics[0]!.split('--')[0]!],
		audiences: entry.audiences.includes('everyone') ? [pick(chance, audiences.slice(1))] : entry.audiences,
		...(entry.fee ? { fee: entry.fee } : { mode: 'on-site' as const }),
	};
}

/** Words of the name and organisation of a service, with one letter lost, added, changed or swapped in a word of five or more. */
function withTypingError(chance: Chance, { name, organisation }: SearchEntry): string | undefined {
	const said = [...name.split(' ').slice(0, 3), organisation.split(' ')[0]!];
	const at = said.findIndex((word) => word.length >= 5);
	if (at < 0) return undefined;
	said[at] = mistyped(chance, said[at]!);
	return said.join(' ');
}

function timeOf(work: () => unknown): number {
	const start = performance.now();
	work();
	return performance.now() - start;
}

const quantile = (times: readonly number[], share: number) =>
	times.toSorted((a, b) => a - b)[Math.floor(share * (times.length - 1))]!;

/** Bytes of the typed arrays of an index, each once. */
function arrayBytes(value: unknown, seen = new Set<unknown>()): number {
	if (typeof value !== 'object' || value === null || seen.has(value)) return 0;
	seen.add(value);
	if (ArrayBuffer.isView(value)) return value.byteLength;
	if (value instanceof Map || (Array.isArray(value) && typeof value[0] !== 'object')) return 0;
	return Object.values(value).reduce((sum: number, each) => sum + arrayBytes(each, seen), 0);
}

const memory = (): number => {
	collect();
	const { heapUsed, external } = process.memoryUsage();
	return heapUsed + external;
};

const server = await openTestServer();
const database = await createDatabase(server.url);
const pool = openPool(onDatabase(server.url, database), { max: 1 });
const client = await pool.connect();

const chance = chanceFrom(20_260);
const invented = inventWords(chance, 60_000).filter((word) => stemWord(word) === word && !isStopWord(word));
// Words that are their own stems for both, so that totals can be compared.
const { rows: agreed } = await client.query<{ word: string }>(
	`select word from unnest($1::text[]) word where ts_lexize('french_stem', unaccent(word)) = array[word] and word = unaccent(word)`,
	[invented],
);
const words = agreed.map(({ word }) => word);
const places = inventPlaces(chance, Math.ceil(organisations / 2));
const entries = Array.from({ length: services }, (_, i) =>
	inventEntry(chance, i, words, places[(i % organisations) % places.length]!),
);
const located = entries.filter((entry) => !isRemoteOnly(entry));
const asked = Array.from({ length: queries }, () => inventQuery(chance, pick(chance, located)));

const before = memory();
const built = performance.now();
const index = buildIndex(entries);
const buildMs = performance.now() - built;
const grown = memory() - before;

const folder = await mkdtemp(join(tmpdir(), 'index-'));
const file = join(folder, 'index');
await writeSnapshot(file, { index, state: '', version: 0 });
const { size } = await stat(file);
const opening = performance.now();
const reopened = await readSnapshot(file);
const openMs = performance.now() - opening;
if (reopened?.index.layout.count !== services) throw new Error('the snapshot lost services');
await rm(folder, { recursive: true });

await fillTwin(client, entries);

let equal = 0;
for (const query of asked) {
	const [found, expected] = [findServices(index, query, at, isOpen), await askTwin(client, query)];
	equal += Number(found.relaxed || found.total === expected.total);
}

const times: number[] = [];
const sqlTimes: number[] = [];
for (let pass = 0; pass < passes; pass++) {
	for (const [i, query] of asked.entries()) {
		times.push(timeOf(() => findServices(index, query, at, isOpen)));
		if (i % sqlShare !== pass % sqlShare) continue;
		const start = performance.now();
		await askTwin(client, query);
		sqlTimes.push(performance.now() - start);
	}
}

let [typos, recalled] = [0, 0];
while (typos < queries) {
	const entry = pick(chance, located);
	const typed = withTypingError(chance, entry);
	if (!typed) continue;
	typos++;
	const near = { label: '', latitude: entry.latitude!, longitude: entry.longitude! };
	const { results } = findServices(index, { ...everything, words: typed, near, limit: 10 }, at, isOpen);
	recalled += Number(results.some((hit) => hit.entry.id === entry.id));
}

client.release();
await pool.end();
await dropDatabase(server.url, database);
await server.close();

const rounded = (ms: number) => Number(ms.toFixed(3));
const [p50, p95, sqlP50, sqlP95] = [
	quantile(times, 0.5),
	quantile(times, 0.95),
	quantile(sqlTimes, 0.5),
	quantile(sqlTimes, 0.95),
];
console.log(
	JSON.stringify({
		bench: 'search',
		organisations,
		services,
		buildMs: Math.round(buildMs),
		p50Ms: rounded(p50),
		p95Ms: rounded(p95),
		baseline: 'PostgreSQL: generated French tsvector, trigram lexicon, bounding box and haversine',
		baselineP50Ms: rounded(sqlP50),
		baselineP95Ms: rounded(sqlP95),
		ratioP50: rounded(p50 / sqlP50),
		ratioP95: rounded(p95 / sqlP95),
		target: { p95Ms: 2, ratioP95: 1 / 50 },
		totalsEqual: `${equal} of ${queries}`,
		typingErrorsInFirst10: rounded(recalled / typos),
		snapshotOpenMs: Math.round(openMs),
		snapshotMegabytes: Math.round(size / 1e6),
		openOverBuild: rounded(openMs / buildMs),
		memoryPerArrayByte: rounded(grown / arrayBytes(index)),
	}),
);
