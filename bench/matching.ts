// Services for one person's need, from criteria to the sentences of the page, against the same question to PostgreSQL
// on the same rows in the same run. node bench/matching.ts [services]
import { queryOf } from '#lib/directory/search/ask.ts';
import type { SearchEntry } from '#lib/directory/search/entry.ts';
import { isOpenHere } from '#lib/directory/search/open-here.ts';
import { sampleEntry } from '#lib/directory/search/sample-entry.ts';
import { buildIndex, findServices } from '#lib/directory/search/search.ts';
import { audiences } from '#lib/directory/service.ts';
import { topics } from '#lib/directory/topic.ts';
import { type Criteria, filtersFor } from '#lib/pathway/matching/match.ts';
import { mostMatches, showMatches } from '#lib/pathway/matching/shown-match.ts';
import { domains } from '#lib/person/domain.ts';
import { openPool } from '#lib/server/database.ts';
import { createDatabase, dropDatabase, onDatabase, openTestServer } from '#lib/testing/database-server.ts';
import { askTwin, fillTwin } from '#lib/testing/sql-search.ts';

const services = Number(process.argv[2] ?? 180_000);
const needs = 300;
const at = new Date('2026-11-23T10:00:00Z');

let state = 20_261;
/** A linear congruence of 32 bits: the same rows at every run. */
function chance(): number {
	state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
	return state / 2 ** 32;
}
const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)]!;

const towns = Array.from({ length: 2000 }, () => ({
	latitude: 43 + chance() * 7,
	longitude: -1 + chance() * 8,
}));

/** Towns are of unequal size: the first ones hold most of the services. */
const someTown = () => towns[Math.floor(towns.length ** chance()) - 1]!;

function inventEntry(i: number): SearchEntry {
	const town = someTown();
	return sampleEntry({
		id: `service-${i}`,
		organisationId: `organisation-${Math.floor(i / 2)}`,
		name: `Service ${i}`,
		description: `Accompagnement ${i % 997} et écoute ${i % 89}`,
		topics: [pick(topics), pick(topics)],
		audiences: chance() < 0.6 ? ['everyone'] : [pick(audiences)],
		fee: chance() < 0.7 ? 'free' : null,
		welcomeModes: chance() < 0.05 ? ['remote'] : ['on-site'],
		latitude: town.latitude + (chance() - 0.5) / 10,
		longitude: town.longitude + (chance() - 0.5) / 10,
		openingHours: chance() < 0.5 ? `Mo-Fr 09:00-1${2 + Math.floor(chance() * 7)}:00` : null,
		updatedOn: `202${4 + Math.floor(chance() * 3)}-0${1 + Math.floor(chance() * 9)}-15`,
		placesLeft: chance() < 0.2 ? Math.floor(chance() * 8) : null,
		responseDays: chance() < 0.4 ? Math.floor(chance() * 20) : null,
		communeCode: null,
	});
}

function inventNeed() {
	const criteria: Criteria = {
		need: { domain: pick(domains), topic: null },
		communeCode: '',
		radiusKm: pick([10, 20, 30, 50]),
		audiences: chance() < 0.5 ? [pick(audiences)] : [],
		fee: chance() < 0.3 ? 'free' : undefined,
		mode: undefined,
		openNow: false,
		withPlaces: false,
	};
	const filters = filtersFor(criteria);
	const query = { ...queryOf(filters, { label: '', ...someTown() }, []), limit: mostMatches };
	return { filters, query };
}

const entries = Array.from({ length: services }, (_, i) => inventEntry(i));
const asked = Array.from({ length: needs }, inventNeed);
const index = buildIndex(entries);

const server = await openTestServer();
const database = await createDatabase(server.url);
const pool = openPool(onDatabase(server.url, database), { max: 1 });
const client = await pool.connect();
await fillTwin(client, entries);

const nowhere = {
	state: 'found',
	near: undefined,
	homonyms: [],
	approximate: false,
	territory: null,
} as const;
const noEmployer = { total: 0, employers: [] };
const times: number[] = [];
const sqlTimes: number[] = [];
let equal = 0;
for (const { filters, query } of asked) {
	const start = performance.now();
	const found = findServices(index, query, at, isOpenHere);
	showMatches({ filters, place: nowhere, found, widerKm: null, at }, noEmployer);
	const between = performance.now();
	const twin = await askTwin(client, query);
	times.push(between - start);
	sqlTimes.push(performance.now() - between);
	equal += Number(found.total === twin.total && found.remoteTotal === twin.remoteTotal);
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
		bench: 'matching',
		services,
		needs,
		p50Ms: rounded(quantile(times, 0.5)),
		p95Ms: rounded(quantile(times, 0.95)),
		baseline: 'PostgreSQL: arrays under filters, bounding box and haversine',
		baselineP50Ms: rounded(quantile(sqlTimes, 0.5)),
		baselineP95Ms: rounded(quantile(sqlTimes, 0.95)),
		ratioP95: rounded(quantile(times, 0.95) / quantile(sqlTimes, 0.95)),
		target: { p95Ms: 20 },
		totalsEqual: `${equal} of ${needs}`,
	}),
);
