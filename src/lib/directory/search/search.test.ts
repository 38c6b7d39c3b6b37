import { expect, test } from 'vitest';
import type { SearchEntry } from './entry.ts';
import { everything, type Query } from './query.ts';
import { laon, northOfLaon, sampleEntry, sampleIsOpen } from './sample-entry.ts';
import { buildIndex, findServices } from './search.ts';

const at = new Date('2026-10-20T10:00:00Z');
const nearLaon: Query = { ...everything, near: laon, radiusKm: 20 };

const search = (entries: readonly Partial<SearchEntry>[], query: Partial<Query>) =>
	findServices(
		buildIndex(entries.map((entry, i) => sampleEntry({ id: String(i), ...entry }))),
		{ ...everything, ...query },
		at,
		sampleIsOpen,
	);
const idsOf = (hits: readonly { entry: { id: string } }[]) => hits.map(({ entry }) => entry.id);
const find = (entries: readonly Partial<SearchEntry>[], query: Partial<Query>) =>
	idsOf(search(entries, query).results);

const town: Partial<SearchEntry>[] = [
	{ id: 'shelter', name: 'Hébergement d’urgence', description: 'Une place pour la nuit, appelez le 115.' },
	{ id: 'food', name: 'Aide alimentaire', description: 'Colis pour les familles.' },
	{ id: 'licence', name: 'Passer le permis B', topics: ['mobilite--preparer-un-permis'] },
	{ id: 'cv', name: 'Atelier C.V.', organisation: 'Mission locale', description: 'Écrire sa lettre.' },
];

test.each([
	["hebergement d'urgence", 'shelter'],
	['HÉBERGEMENTS D’URGENCE', 'shelter'],
	['115', 'shelter'],
	['je cherche de l’aide alimentaire', 'food'],
	['permi', 'licence'],
	['permis b', 'licence'],
	['mobilité', 'licence'],
	['cv mission locale', 'cv'],
	['alim', 'food'],
])('“%s” finds %s, without being corrected', (words, id) => {
	expect(search(town, { words })).toMatchObject({ results: [{ entry: { id } }], total: 1, corrections: [] });
});

test('a typing error is corrected, and told with its accents', () => {
	expect(search(town, { words: 'aide alimantaire' })).toMatchObject({
		results: [{ entry: { id: 'food' } }],
		corrections: [{ typed: 'alimantaire', read: 'alimentaire' }],
		relaxed: false,
	});
	expect(search(town, { words: 'hebergemment' }).corrections).toEqual([
		{ typed: 'hebergemment', read: 'hébergement' },
	]);
});

test('when no service holds every word, those that hold one are shown, and this is told', () => {
	const found = search(town, { words: 'permis alimentaire' });
	expect(found).toMatchObject({ total: 2, relaxed: true });
	expect(idsOf(found.results).sort()).toEqual(['food', 'licence']);
	expect(search(town, { words: 'xylophone zeppelin' })).toMatchObject({ total: 0, relaxed: false });
});

test('a word in the name counts more than in the description', () => {
	const entries = [{ description: 'permis de conduire' }, { name: 'Permis de conduire' }];
	expect(find(entries, { words: 'permis' })).toEqual(['1', '0']);
});

test('the nearest comes first, a stale sheet sinks, equals go by id', () => {
	const entries = [
		{ id: 'far', ...northOfLaon(15) },
		{ id: 'stale', ...northOfLaon(1), updatedOn: '2020-01-01' },
		{ id: 'twin-b', ...northOfLaon(2) },
		{ id: 'twin-a', ...northOfLaon(2) },
		{ id: 'out', ...northOfLaon(21) },
	];
	expect(find(entries, nearLaon)).toEqual(['twin-a', 'twin-b', 'stale', 'far']);
});

test('what is given at a distance is apart, never hidden, unless it is for elsewhere', () => {
	const remote = { welcomeModes: ['remote'] as const, latitude: null, longitude: null };
	const entries = [
		{ id: 'here' },
		{ id: 'national', ...remote, zone: ['france'] },
		{ id: 'unsaid', ...remote },
		{ id: 'aisne', ...remote, zone: ['02'] },
		{ id: 'marseille', ...remote, zone: ['13055'] },
		{ id: 'near-but-remote', welcomeModes: ['remote'] as const, zone: ['200043495'] },
	];
	const found = search(entries, nearLaon);
	expect(idsOf(found.results)).toEqual(['here']);
	expect(idsOf(found.remote).sort()).toEqual(['aisne', 'national', 'near-but-remote', 'unsaid']);
	expect(found).toMatchObject({ total: 1, remoteTotal: 4, facets: { modes: { remote: 4, 'on-site': 1 } } });
	expect(find(entries, {})).toHaveLength(6);
});

test('a zone that leaves the searcher out lowers a service and says so, without hiding it', () => {
	const entries = [
		{ id: 'reserved', zone: ['60'] },
		{ id: 'open', ...northOfLaon(5) },
	];
	const found = search(entries, nearLaon);
	expect(idsOf(found.results)).toEqual(['open', 'reserved']);
	expect(found.results[1]?.reasons.map(({ key }) => key)).toContain('search.reason.zone');
});

test('without a point, what is in the commune or for its people is found, the rest is not', () => {
	const unlocated = { latitude: null, longitude: null, position: 'unknown' as const, communeCode: null };
	const entries = [
		{ id: 'in-commune', ...unlocated, communeCode: '02408' },
		{ id: 'for-here', ...unlocated, zone: ['02'] },
		{ id: 'anywhere', ...unlocated },
		{ id: 'absurd', ...unlocated, latitude: 4956, longitude: 3 },
	];
	const found = search(entries, nearLaon);
	expect(idsOf(found.results)).toEqual(['in-commune', 'for-here']);
	expect(found.results.map(({ distanceKm }) => distanceKm)).toEqual([null, null]);
	expect(find(entries, {})).toHaveLength(4);
});

test('filters: a category or its topics, audiences that always include everyone, cost, mode, hours', () => {
	const entries: Partial<SearchEntry>[] = [
		{ id: 'a', topics: ['sante--addictions'], audiences: ['women'], fee: 'free', openingHours: '24/7' },
		{
			id: 'b',
			topics: ['sante--acces-aux-soins'],
			audiences: ['everyone'],
			fee: 'paid',
			openingHours: 'off',
		},
		{ id: 'c', topics: ['numerique--acquerir-un-equipement'], welcomeModes: ['remote', 'on-site'] },
	];
	expect(find(entries, { topics: ['sante'] })).toEqual(['a', 'b']);
	expect(find(entries, { topics: ['sante--addictions', 'numerique'] })).toEqual(['a', 'c']);
	expect(find(entries, { topics: ['sante--unknown'] })).toEqual([]);
	expect(find(entries, { audiences: ['women'] })).toEqual(['a', 'b', 'c']);
	expect(find(entries, { audiences: ['seniors'] })).toEqual(['b', 'c']);
	expect(find(entries, { fee: 'free' })).toEqual(['a']);
	expect(find(entries, { mode: 'remote' })).toEqual(['c']);
	expect(find(entries, { openNow: true })).toEqual(['a']);
});

test('each facet is counted as if its own filter were lifted', () => {
	const entries: Partial<SearchEntry>[] = [
		{ topics: ['sante--addictions'], fee: 'free', openingHours: '24/7' },
		{ topics: ['sante--addictions'], fee: 'paid', openingHours: '24/7' },
		{ topics: ['numerique--acquerir-un-equipement'], fee: 'free' },
	];
	const { facets, total } = search(entries, { topics: ['sante'], fee: 'free' });
	expect(total).toBe(1);
	expect(facets.categories).toMatchObject({ sante: 1, numerique: 1, famille: 0 });
	expect(facets.fees).toEqual({ free: 1, paid: 1 });
	expect(facets.openNow).toBe(1);
});

test('overseas places are measured as they are', () => {
	const cayenne = { label: 'Cayenne', latitude: 4.9224, longitude: -52.3135 };
	const entries = [
		{ id: 'kourou', latitude: 5.1597, longitude: -52.6503 },
		{ id: 'la-reunion', latitude: -20.8789, longitude: 55.4481 },
	];
	expect(find(entries, { near: cayenne, radiusKm: 50 })).toEqual(['kourou']);
	const far = search(entries, { near: cayenne, radiusKm: 20_000 });
	expect(far.results.map(({ distanceKm }) => Math.round(distanceKm ?? 0))).toEqual([46, 12_046]);
});

test('an empty directory answers', () => {
	expect(search([], { ...nearLaon, words: 'permis' })).toMatchObject({
		total: 0,
		results: [],
		relaxed: false,
	});
});

test.each([
	['ten thousand characters of words', 'aide alimentaire '.repeat(600)],
	['ten thousand letters', 'a'.repeat(10_000)],
	['three thousand distinct words', Array.from({ length: 3000 }, (_, i) => `mot${i}`).join(' ')],
	['controls and NUL', 'aide\u0000 \u0007alimentaire\u202e'],
	['emoji and other scripts', '🏠 مساعدة допомога 𝒶𝒾𝒹ℯ'],
])('%s do no harm', (_, words) => {
	expect(() => search(town, { words })).not.toThrow();
});

test('pages follow each other without a gap, and a page that is too far is empty', () => {
	const entries = Array.from({ length: 45 }, (_, i) => ({ id: `s${i}`, ...northOfLaon(i / 4) }));
	const all = find(entries, { ...nearLaon, limit: 100 });
	const pages = [0, 20, 40, 60].map((offset) => find(entries, { ...nearLaon, offset }));
	expect(pages.flat()).toEqual(all);
	expect(pages[3]).toEqual([]);
	expect(search(entries, { limit: 1e9 }).results).toHaveLength(45);
});

test('hours are asked again when the minute changes, once for each schedule', () => {
	const asked: string[] = [];
	const isOpen = (hours: string, moment: Date) => {
		asked.push(hours);
		return moment.getUTCHours() < 12;
	};
	const index = buildIndex([
		sampleEntry({ id: '1', openingHours: 'Mo-Fr' }),
		sampleEntry({ id: '2', openingHours: 'Mo-Fr' }),
	]);
	const open = { ...everything, openNow: true };
	expect(findServices(index, open, at, isOpen).total).toBe(2);
	expect(findServices(index, open, at, isOpen).total).toBe(2);
	expect(asked).toEqual(['Mo-Fr']);
	expect(findServices(index, open, new Date('2026-10-20T13:00:00Z'), isOpen).total).toBe(0);
});

test('closures start and stop by themselves', () => {
	const shut = (from: string, to: string | null) =>
		search([{ openingHours: '24/7', closures: [{ from, to, reason: null }] }], { openNow: true }).total;
	expect(shut('2026-10-20', '2026-10-20')).toBe(0);
	expect(shut('2026-10-01', null)).toBe(0);
	expect(shut('2026-10-21', null)).toBe(1);
	expect(shut('2026-09-01', '2026-10-19')).toBe(1);
	const ids = find(
		[{ id: 'a', closures: [{ from: '2026-10-01', to: null, reason: null }] }, { id: 'b' }],
		{},
	);
	expect(ids).toEqual(['b', 'a']);
});

test('a round is found near each of its stops, at its nearest', () => {
	const round = { id: 'van', ...northOfLaon(90), stops: [northOfLaon(4), northOfLaon(60)] };
	const [hit] = search([round], nearLaon).results;
	expect(hit?.distanceKm).toBeCloseTo(4, 1);
	expect(find([{ ...round, stops: [northOfLaon(60)] }], nearLaon)).toEqual([]);
});

test('welcome, language and places left restrict, and are counted', () => {
	const entries: Partial<SearchEntry>[] = [
		{ id: 'a', welcome: 'unconditional', languages: ['ar', 'uk'], placesLeft: 2 },
		{ id: 'b', welcome: 'exclusive', languages: ['ar'], placesLeft: 0 },
		{ id: 'c' },
	];
	expect(find(entries, { welcome: 'unconditional' })).toEqual(['a']);
	expect(find(entries, { language: 'ar' }).sort()).toEqual(['a', 'b']);
	expect(find(entries, { withPlaces: true })).toEqual(['a']);
	const { facets } = search(entries, {});
	expect(facets).toMatchObject({ welcomes: { unconditional: 1, exclusive: 1 }, withPlaces: 1 });
	expect([facets.languages.ar, facets.languages.uk, facets.languages.en]).toEqual([2, 1, 0]);
});
