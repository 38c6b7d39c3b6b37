// Search in memory against the plain scan of every service, on the same services, queries and machine.
// node bench/search.ts [services]
import type { SearchEntry } from '#lib/directory/search/entry.ts';
import { prepareScan, scanServices } from '#lib/directory/search/linear-scan.ts';
import { everything, type Query, radii } from '#lib/directory/search/query.ts';
import { buildIndex, findServices } from '#lib/directory/search/search.ts';
import { audiences, fees } from '#lib/directory/service.ts';
import { categories, topics } from '#lib/directory/topic.ts';

type Chance = () => number;

const services = Number(process.argv[2] ?? 20_000);
const queries = 200;
const passes = 5;
const at = new Date('2026-10-20T10:00:00Z');
const isOpen = (hours: string) => hours.endsWith('0');

/** Mulberry32 (T. Ettinger): the same numbers from the same seed, between 0 and 1. */
function chanceFrom(seed: number): Chance {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

const pick = <T>(chance: Chance, list: readonly T[]): T => list[Math.floor(chance() * list.length)]!;

/** Ranks from 0, the nth about as frequent as 1/n. */
const zipf = (chance: Chance, ranks: number) => Math.floor(ranks ** chance()) - 1;

const syllables =
	'ac com pa gne ment for ma tion lo ge em ploi san té fa mi lle é cole nu mé ri que ai de dro it'.split(' ');

function inventWords(chance: Chance, count: number): string[] {
	const words = new Set<string>();
	while (words.size < count) {
		const length = 2 + Math.floor(chance() * 4);
		words.add(Array.from({ length }, () => pick(chance, syllables)).join(''));
	}
	return [...words];
}

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
		organisationId: `organisation-${i % 5000}`,
		name: sentence(chance, words, 5),
		organisation: sentence(chance, words, 3),
		summary: '',
		description: sentence(chance, words, 80),
		topics: Array.from({ length: 1 + Math.floor(chance() * 2) }, () => pick(chance, topics)),
		audiences: chance() < 0.6 ? ['everyone'] : [pick(chance, audiences)],
		fee: chance() < 0.7 ? 'free' : pick(chance, [...fees, null]),
		welcomeModes: isRemote ? ['remote'] : ['on-site'],
		zone: chance() < 0.7 ? [] : [String(10 + Math.floor(chance() * 85))],
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
		fictional: true,
		...place,
	};
}

/** Words, a place three times out of four, a filter every other time; one word in eight with a letter missing. */
function inventQuery(chance: Chance, words: readonly string[], entries: readonly SearchEntry[]): Query {
	const { latitude, longitude } = pick(chance, entries);
	const typed = Array.from({ length: zipf(chance, 5) + Number(chance() < 0.8) }, () => {
		const word = words[zipf(chance, words.length)]!;
		return chance() < 0.125 ? word.slice(0, 3) + word.slice(4) : word;
	});
	return {
		...everything,
		words: typed.join(' '),
		radiusKm: pick(chance, radii),
		...(chance() < 0.75 &&
			latitude !== null &&
			longitude !== null && { near: { label: '', latitude, longitude } }),
		...(chance() < 0.25 && { topics: [pick(chance, categories)] }),
		...(chance() < 0.15 && { fee: 'free' as const }),
		...(chance() < 0.1 && { openNow: true }),
	};
}

function timeOf(work: () => unknown): number {
	const start = performance.now();
	work();
	return performance.now() - start;
}

const quantile = (times: readonly number[], share: number) =>
	times.toSorted((a, b) => a - b)[Math.floor(share * (times.length - 1))]!;

const chance = chanceFrom(20_260);
const words = inventWords(chance, 40_000);
const places = inventPlaces(chance, Math.ceil(services / 5));
const entries = Array.from({ length: services }, (_, i) =>
	inventEntry(chance, i, words, pick(chance, places)),
);
const asked = Array.from({ length: queries }, () => inventQuery(chance, words, entries));

const built = performance.now();
const index = buildIndex(entries);
const buildMs = performance.now() - built;
const scan = prepareScan(entries);

for (const query of asked) {
	const [found, expected] = [findServices(index, query, at, isOpen), scanServices(scan, query, at, isOpen)];
	if (found.total !== expected.total)
		throw new Error(`“${query.words}”: ${found.total} found, not ${expected.total}`);
}

const times: number[] = [];
const scanTimes: number[] = [];
for (let pass = 0; pass < passes; pass++) {
	for (const query of asked) {
		times.push(timeOf(() => findServices(index, query, at, isOpen)));
		if (pass === 0) scanTimes.push(timeOf(() => scanServices(scan, query, at, isOpen)));
	}
}

const rounded = (ms: number) => Number(ms.toFixed(3));
console.log(
	JSON.stringify({
		bench: 'search',
		services,
		buildMs: Math.round(buildMs),
		p50Ms: rounded(quantile(times, 0.5)),
		p95Ms: rounded(quantile(times, 0.95)),
		baseline: 'linear scan',
		ratio: rounded(quantile(times, 0.5) / quantile(scanTimes, 0.5)),
	}),
);
