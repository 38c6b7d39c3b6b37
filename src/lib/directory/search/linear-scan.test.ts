import fc from 'fast-check';
import { expect, test } from 'vitest';
import { audiences, fees, saturations, welcomeModes, welcomes } from '../service.ts';
import type { SearchEntry } from './entry.ts';
import { prepareScan, scanServices } from './linear-scan.ts';
import { everything, type Query } from './query.ts';
import { laon, sampleEntry, sampleIsOpen } from './sample-entry.ts';
import { buildIndex, findServices } from './search.ts';

const vocabulary = [
	'aide', 'aidant', 'alimentaire', 'alimentation', 'hébergement', 'urgence', 'logement', 'permis', 'conduire',
	'numérique', 'emploi', 'emplois', 'santé', 'Mission', 'locale', 'RSA', 'CAF', '115', 'école', 'œuvre', 'l’enfant',
	'format',
	'formation',
	'formateur',
	'former',
]; // biome-ignore format: a list of words
const synonyms = [
	['RSA', 'aide alimentaire'],
	['hébergement urgence', '115', 'logement'],
	['CAF', 'école enfant'],
];
const slugs = [
	'sante--addictions',
	'sante--acces-aux-soins',
	'mobilite--preparer-un-permis',
	'famille--unknown',
];
const codes = ['02408', '02', '60', 'france', '200043495', '243200409', '99127'];
const at = new Date('2026-10-20T10:00:00Z');

const text = fc.array(fc.constantFrom(...vocabulary), { maxLength: 6 }).map((words) => words.join(' '));
const point = fc.oneof(
	{ weight: 5, arbitrary: fc.record({ latitude: near(laon.latitude), longitude: near(laon.longitude) }) },
	fc.constant({ latitude: null, longitude: null }),
	fc.constant({ latitude: -20.88, longitude: 55.45 }),
);

function near(degrees: number) {
	return fc.integer({ min: -8, max: 8 }).map((tenths) => degrees + tenths / 20);
}

const entries = fc
	.array(
		fc.tuple(
			point,
			fc.record({
				name: text,
				organisation: text,
				summary: text,
				description: text,
				topics: fc.uniqueArray(fc.constantFrom(...slugs), { maxLength: 2 }),
				audiences: fc.uniqueArray(fc.constantFrom(...audiences), { maxLength: 2 }),
				fee: fc.constantFrom(...fees, null),
				welcomeModes: fc.uniqueArray(fc.constantFrom(...welcomeModes), { maxLength: 2 }),
				zone: fc.uniqueArray(fc.constantFrom(...codes), { maxLength: 2 }),
				communeCode: fc.constantFrom('02408', '60057', null),
				openingHours: fc.constantFrom('24/7', 'off', '??', null),
				updatedOn: fc.constantFrom('2026-10-01', '2025-06-01', '2020-01-01'),
				welcome: fc.constantFrom(...welcomes, null),
				languages: fc.uniqueArray(fc.constantFrom('ar', 'uk', 'fsl'), { maxLength: 2 }),
				placesLeft: fc.constantFrom(null, 0, 3),
				saturation: fc.constantFrom(...saturations, null),
				responseDays: fc.constantFrom(null, 1, 9, 40),
				closures: fc.constantFrom(
					[],
					[],
					[{ from: '2026-10-20', to: '2026-10-20', reason: null }],
					[{ from: '2026-10-21', to: null, reason: null }],
				),
				stops: fc.constantFrom([], [], [{ latitude: laon.latitude + 0.1, longitude: laon.longitude }]),
			}),
		),
		{ maxLength: 40 },
	)
	.map((rows) =>
		rows.map(([place, row], i): SearchEntry => sampleEntry({ id: `s${(i * 7) % 41}`, ...row, ...place })),
	);

const typed = fc.oneof(
	{ weight: 4, arbitrary: text },
	fc.constantFrom(
		'alimantaire',
		'aide form',
		'form',
		'forma',
		'hebergmnt',
		'alim',
		'aide log',
		'conduir permi',
		'zzzz',
		'aide zzzz',
		'aide alimentaire',
		'hébergement d’urgence rsa',
		'115 permis',
		'numréique',
	),
);
const query: fc.Arbitrary<Query> = fc
	.record({
		words: typed,
		near: fc.constantFrom(laon, { latitude: 49.6, longitude: 3.5, label: '' }, undefined),
		radiusKm: fc.constantFrom(0, 5, 10, 20, 50, 20_000),
		topics: fc.uniqueArray(fc.constantFrom(...slugs, 'sante', 'famille', 'none'), { maxLength: 2 }),
		audiences: fc.uniqueArray(fc.constantFrom(...audiences), { maxLength: 2 }),
		fee: fc.constantFrom(...fees, undefined, undefined),
		mode: fc.constantFrom(...welcomeModes, undefined, undefined),
		welcome: fc.constantFrom(...welcomes, undefined, undefined, undefined, undefined),
		language: fc.constantFrom('ar', undefined, undefined, undefined),
		withPlaces: fc.constantFrom(true, false, false, false),
		openNow: fc.boolean(),
		offset: fc.constantFrom(0, 0, 3),
		limit: fc.constantFrom(2, 100),
	})
	.map(({ near: place, fee, mode, welcome, language, ...rest }) => ({
		...rest,
		...(place && { near: place }),
		...(fee && { fee }),
		...(mode && { mode }),
		...(welcome && { welcome }),
		...(language && { language }),
	}));

function answer(index: ReturnType<typeof buildIndex>, asked: Query) {
	const { results, remote, ...rest } = findServices(index, asked, at, sampleIsOpen);
	const brief = (hits: typeof results) => hits.map(({ entry, score }) => ({ id: entry.id, score }));
	return { ...rest, results: brief(results), remote: brief(remote) };
}

test('the index answers what a scan of every service answers: totals, facets, corrections, order', () => {
	fc.assert(
		fc.property(entries, fc.array(query, { minLength: 1, maxLength: 6 }), (all, queries) => {
			const index = buildIndex(all, synonyms);
			const scan = prepareScan(all, synonyms);
			for (const asked of queries) {
				expect(answer(index, asked)).toEqual(scanServices(scan, asked, at, sampleIsOpen));
			}
		}),
		{ numRuns: 300 },
	);
});

test('the order in which services come changes nothing', () => {
	fc.assert(
		fc.property(entries, query, (all, asked) => {
			expect(answer(buildIndex(all.toReversed(), synonyms), asked)).toEqual(
				answer(buildIndex(all, synonyms), asked),
			);
		}),
		{ numRuns: 50 },
	);
});

test('above two thousand services, those open now are counted only when asked', () => {
	const all = Array.from({ length: 2001 }, (_, i) => sampleEntry({ id: `s${i}`, openingHours: '24/7' }));
	const [index, scan] = [buildIndex(all, synonyms), prepareScan(all, synonyms)];
	for (const openNow of [false, true]) {
		const asked = { ...everything, openNow };
		expect(answer(index, asked)).toEqual(scanServices(scan, asked, at, sampleIsOpen));
		expect(answer(index, asked).facets.openNow).toBe(openNow ? 2001 : null);
	}
});
