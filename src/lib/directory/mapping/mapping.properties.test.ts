import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guessMapping } from './guess.ts';
import { mapRow } from './map-row.ts';
import type { Mapping } from './mapping.ts';
import { originNames } from './origin.ts';
import { parseMapped } from './parse-mapped.ts';
import { plainSteps } from './plain-steps.ts';
import { readMappingValue } from './read-mapping.ts';
import { setSteps } from './set-steps.ts';
import { sharedTables } from './shared-tables.ts';

const columns = ['nom', 'Ville', 'a.b', 'l', '__proto__', 'constructor'];
const setting = {
	fileDate: '2026-10-01',
	fileName: 'f.csv',
	today: '2026-11-23',
	joined: () => [{ id: 'x', v: '1' }],
};

const cell: fc.Arbitrary<unknown> = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc.constantFrom(
		'oui',
		'12/03/2026',
		'06 12 34 56 78',
		'9h-12h',
		'<b>x',
		'{a,b}',
		'[1',
		'48,8 ; 2,3',
		'NULL',
		'-0',
	),
	fc.jsonValue({ maxDepth: 3 }),
	fc.double(),
);
const row = fc.dictionary(fc.constantFrom(...columns), cell).map((values) => ({ line: 1, values }));

/** Any rule, right or wrong: those that do not pass the check are set aside. */
const { rule } = fc.letrec((tie) => ({
	rule: fc.oneof(
		{ maxDepth: 4, withCrossShrink: true },
		fc.constantFrom(...columns),
		tie('object'),
		fc.array(tie('rule'), { minLength: 1, maxLength: 3 }),
	),
	condition: fc.record({ of: tie('rule'), is: fc.constantFrom('x', 1, null) }),
	step: fc.oneof(
		fc.constantFrom(...Object.keys(plainSteps)),
		fc.constantFrom(
			{ split: [',', ';'] },
			{ join: '-' },
			{ table: 'publics' },
			{ table: { a: ['x'], b: null }, unmatched: 'keep' },
			{ date: 'excel' },
			{ number: 'm' },
			{ multiply: 1e300 },
			{ round: 2 },
			{ truncate: 1 },
			{ pad: 50 },
			{ prefix: 'x' },
			{ before: 'a' },
			{ after: 'a' },
			{ remove: ['a'] },
			{ replace: [['a', 'aa']] },
			{ take: 2 },
			{ element: -3 },
			{ get: 'a.b[0]' },
		),
	),
	object: fc
		.tuple(
			fc.constantFrom(...originNames),
			tie('rule'),
			fc.array(tie('rule'), { minLength: 1, maxLength: 3 }),
			fc.array(tie('step'), { maxLength: 4 }),
		)
		.map(([origin, inner, inners, steps]) => ({
			...(
				{
					column: { column: 'nom' },
					item: { item: 'a' },
					value: { value: 'v' },
					constant: { constant: 'k' },
					template: { template: '{nom}[ {Ville}]', with: { nom: inner } },
					first: { first: inners },
					join: { join: inners, separator: '' },
					list: { list: inners },
					flags: { flags: { nom: 'jeunes' } },
					week: { week: { lundi: 'nom', mardi: { from: 'l', to: 'Ville' } } },
					cases: { cases: [{ when: { of: inner, filled: true }, give: inner }] },
					digest: { digest: inners },
					joined: { joined: 'autre' },
					each: { each: inner, give: inner },
					object: { object: { a: inner }, needs: [] },
					file: { file: 'date' },
				} as const
			)[origin],
			steps,
		})),
}));

const mappings: fc.Arbitrary<Mapping> = fc
	.record({
		nom: rule,
		id: rule,
		more: fc.dictionary(
			fc.constantFrom('description', 'publics', 'date_maj', 'horaires_accueil', 'fermetures', 'langues'),
			rule,
		),
		v: rule,
		each: rule,
	})
	.map(({ nom, id, more, v, each }) => {
		const { publics, ...ofStructure } = more;
		return readMappingValue({
			version: 1,
			name: 'Essai',
			source: 'essai',
			files: { lignes: {}, autre: {} },
			joins: { autre: { key: 'id', with: 'nom' } },
			values: { v },
			structure: { id, nom, ...ofStructure, point: { pair: nom } },
			services: [
				{
					each,
					id: { template: '{nom}-{n}', with: { n: { item: '' } } },
					nom: { item: '' },
					description: nom,
					...(publics ? { publics } : {}),
				},
			],
		}).mapping;
	})
	.filter((mapping) => mapping !== undefined);

test('no row is too much for a mapping that was checked, and the same row always gives the same', () => {
	fc.assert(
		fc.property(mappings, row, row, (mapping, one, other) => {
			const [part] = mapping.parts;
			const first = parseMapped(mapping, part!, one, setting);
			parseMapped(mapping, part!, other, setting);
			expect(parseMapped(mapping, part!, one, setting)).toEqual(first);
		}),
		{ numRuns: 300 },
	);
});

test('every step takes every value', () => {
	const names = [...Object.keys(plainSteps), ...Object.keys(setSteps)];
	expect(names.length).toBeGreaterThan(40);
	const told = Object.keys(plainSteps).map((step) => ({
		version: 1,
		name: 'Essai',
		source: 'essai',
		structure: { id: { constant: 'x' }, nom: { column: 'v', steps: [step] } },
	}));
	const read = told.map((file) => readMappingValue(file).mapping!);
	fc.assert(
		fc.property(cell, (v) => {
			for (const mapping of read) mapRow(mapping, mapping.parts[0]!, { values: { v } }, setting);
		}),
		{ numRuns: 200 },
	);
});

test('every code of a shared table gives something, or is known to give nothing', () => {
	for (const [name, codes] of Object.entries(sharedTables)) {
		const file = {
			version: 1,
			name,
			source: 'essai',
			structure: { id: 'v', nom: 'v', langues: { column: 'v', steps: [{ table: name }] } },
		};
		const mapping = readMappingValue(file).mapping!;
		for (const [told, code] of Object.entries(codes)) {
			const found = mapRow(
				mapping,
				mapping.parts[0]!,
				{ values: { v: ` ${told.toUpperCase()}` } },
				setting,
			).structure?.get('langues');
			expect(found?.findings, `${name} : ${told}`).toEqual([]);
			if (code === null) expect(found?.value).toBeUndefined();
			else expect([found?.value].flat()).toEqual([...new Set([code].flat())]);
		}
	}
});

test('there are as many services as elements, joined rows included', () => {
	const file = {
		version: 1,
		name: 'Essai',
		source: 'essai',
		files: { lieux: {}, aides: {} },
		joins: { aides: { key: 'lieu', with: 'id' } },
		structure: { id: 'id', nom: 'nom' },
		services: [
			{ each: { joined: 'aides' }, id: { item: 'n' }, nom: { item: 'nom' }, description: { item: 'nom' } },
			{ each: 'propres', id: { item: '' }, nom: { item: '' }, description: { item: '' } },
		],
	};
	const mapping = readMappingValue(file).mapping!;
	fc.assert(
		fc.property(fc.nat(50), fc.nat(50), (joined, own) => {
			const rows = Array.from({ length: joined }, (_, n) => ({ n: `j${n}`, nom: `Aide ${n}` }));
			const values = { id: '1', nom: 'Lieu', propres: Array.from({ length: own }, (_, n) => `Propre ${n}`) };
			const given = parseMapped(
				mapping,
				mapping.parts[0]!,
				{ line: 1, values },
				{ ...setting, joined: () => rows },
			);
			const services = given.parsed.filter(({ service }) => service !== null);
			expect(services).toHaveLength(joined + own);
			expect(given.parsed.filter(({ organisation }) => organisation !== null)).toHaveLength(1);
		}),
	);
});

test('a mapping that nests lists in lists ends, and says so', () => {
	let inner: object = { item: '' };
	for (let level = 0; level < 6; level++) inner = { each: 'l', give: { list: [inner, inner] } };
	const file = {
		version: 1,
		name: 'Essai',
		source: 'essai',
		structure: { id: 'id', nom: 'id', langues: inner },
	};
	const mapping = readMappingValue(file).mapping!;
	const values = { id: 'x', l: Array.from({ length: 1000 }, (_, n) => String(n)) };
	const start = performance.now();
	const { parsed } = parseMapped(mapping, mapping.parts[0]!, { line: 1, values }, setting);
	expect(performance.now() - start).toBeLessThan(5000);
	expect(parsed[0]?.problems.map(({ problem }) => problem).join()).toContain('trop de calculs');
});

test('texts that double at each value stay bounded', () => {
	const values: Record<string, object> = { v0: { join: ['t', 't'] } };
	for (let level = 1; level <= 60; level++)
		values[`v${level}`] = { join: [{ value: `v${level - 1}` }, { value: `v${level - 1}` }] };
	const file = {
		version: 1,
		name: 'Essai',
		source: 'essai',
		values,
		structure: { id: 'id', nom: 'id', description: { value: 'v60' } },
	};
	const mapping = readMappingValue(file).mapping!;
	const { structure } = mapRow(mapping, mapping.parts[0]!, { values: { id: 'x', t: 'ha' } }, setting);
	expect(String(structure?.get('description')?.value).length).toBe(100_000);
});

test('what is guessed always is a mapping that can be run', () => {
	const name = fc.oneof(
		fc.constantFrom(
			'Nom',
			'Téléphone',
			'Lundi matin',
			'lat',
			'X',
			'Public : jeunes',
			'Adresse',
			'{nom',
			'a.b[0]',
			'',
			'  ',
			'Horaires',
		),
		fc.string({ unit: 'binary', maxLength: 40 }),
	);
	const table = fc.array(name, { maxLength: 12 }).chain((names) =>
		fc.record({
			names: fc.constant(names),
			rows: fc.array(fc.record(Object.fromEntries(names.map((column) => [column, cell]))), { maxLength: 6 }),
			source: fc.string({ unit: 'binary', maxLength: 80 }),
		}),
	);
	fc.assert(
		fc.property(table, ({ names, rows, source }) => {
			const { file } = guessMapping(names, rows, source);
			const { mapping, faults } = readMappingValue(JSON.parse(JSON.stringify(file)));
			expect(faults).toBeUndefined();
			for (const values of rows) parseMapped(mapping!, mapping!.parts[0]!, { line: 1, values }, setting);
		}),
		{ numRuns: 200 },
	);
});
