import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { expect } from 'vitest';
import { sharedData, testOnSharedData } from '#lib/testing/shared-data.ts';
import { topics } from '../topic.ts';
import {
	audienceOf,
	kindOf,
	mobilisationModeOf,
	mobiliserOf,
	slugsOf,
	welcomeModeOf,
} from './data-inclusion-codes.ts';
import { networks } from './data-inclusion-networks.ts';
import { isLink } from './data-inclusion-rules.ts';
import { serviceSchema, structureSchema } from './data-inclusion-schemas.ts';

type Row = Record<string, unknown>;

const readJson = (path: string) => JSON.parse(readFileSync(sharedData(path), 'utf8'));
function official(kind: 'structure' | 'service') {
	const ajv = new Ajv({ strict: false });
	addFormats(ajv);
	return ajv.compile(readJson(`data-inclusion/di_v1_${kind}.json`));
}

const ours = {
	structure: (row: Row) => structureSchema.safeParse(row).success,
	service: (row: Row) => serviceSchema.safeParse(row).success,
};

/** Where we say no and the JSON Schema yes: rules of the model's documentation that a JSON Schema does not tell. */
function stricter(row: Row): boolean {
	const isText = (value: unknown): value is string => typeof value === 'string';
	return (
		['source', 'id', 'structure_id'].some((name) => row[name] === '') || // an identifier says something
		(isText(row.date_maj) && row.date_maj < '2000') ||
		(Array.isArray(row.publics) && row.publics.includes('tous-publics') && row.publics.length > 1) ||
		linkFields.some((name) => isText(row[name]) && !isLink(row[name])) || // http or https, that a browser opens
		(isText(row.courriel) && row.courriel.length > 254) ||
		(typeof row.nombre_semaines === 'number' && row.nombre_semaines > 2_147_483_647) // what the database holds
	);
}

const linkFields = ['lien_source', 'site_web', 'accessibilite_lieu', 'lien_mobilisation'];

const ill = fc.oneof(
	fc.constantFrom<unknown>('', ' ', 0, 1, -1, 0.5, true, null, undefined, [], {}, [null], [1], ['']),
	fc.string({ maxLength: 12 }),
	fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }),
	fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const well = (arbitrary: fc.Arbitrary<unknown>) => fc.option(arbitrary, { freq: 5 });
const length = (...lengths: number[]) =>
	fc
		.tuple(fc.constantFrom(...lengths), fc.constantFrom('a', 'é', '𝒜'))
		.map(([n, letter]) => letter.repeat(n));
const some = (slugs: readonly string[]) =>
	fc.oneof(
		{ weight: 6, arbitrary: fc.uniqueArray(fc.constantFrom(...slugs), { maxLength: 3 }) },
		{ weight: 1, arbitrary: fc.array(fc.constantFrom(...slugs.slice(0, 2), 'inconnu'), { maxLength: 3 }) },
	);
const one = (slugs: readonly string[]) => fc.constantFrom(...slugs, 'inconnu');
const link = fc.oneof(
	fc.webUrl({ withFragments: true, withQueryParameters: true }),
	fc.constantFrom(
		'http://a',
		'https://é.fr/',
		'javascript:alert(1)',
		'ftp://a.fr',
		'www.a.fr',
		'https://a.fr/%zz',
		'https://',
	),
	fc.string({ unit: fc.constantFrom(...'a/:%2.?#[]@ '), maxLength: 12 }).map((tail) => `https://a.fr${tail}`),
);
const email = fc.oneof(
	fc.emailAddress(),
	fc.string({ unit: fc.constantFrom(...'ab.-@_+é '), maxLength: 10 }),
	fc.constantFrom('a@b', 'a@b.fr', 'a..b@c.fr', 'a@-b.fr', `a@${'b.'.repeat(200)}fr`),
);
const digits = (...lengths: number[]) =>
	fc
		.constantFrom(...lengths)
		.chain((n) => fc.string({ unit: fc.constantFrom(...'0129AB_'), minLength: n, maxLength: n }));
const date = fc.oneof(
	fc
		.date({ min: new Date('1999-12-01'), max: new Date('2027-01-01'), noInvalidDate: true })
		.map((d) => d.toISOString().slice(0, 10)),
	fc.constantFrom('2024-02-30', '2024-2-3', '2023-02-29', '31/01/2024', '2024-01-01T00:00:00', '1999-12-31'),
);
const zone = fc.oneof(digits(1, 2, 3, 4, 5, 6, 9), fc.constantFrom('france', 'France', '99100', '2A', '974'));

const shared = {
	source: fc.constantFrom('dora', 'soliguide'),
	id: fc.constantFrom('dora--1', 'x'),
	nom: length(2, 3, 75, 149, 150, 151),
	date_maj: date,
	lien_source: well(link),
	commune: well(fc.string()),
	code_postal: well(digits(4, 5, 6)),
	code_insee: well(digits(4, 5, 6)),
	adresse: well(fc.string()),
	complement_adresse: well(fc.string()),
	longitude: well(fc.double({ noNaN: true, noDefaultInfinity: true })),
	latitude: well(fc.double({ noNaN: true, noDefaultInfinity: true })),
	telephone: well(fc.string()),
	courriel: well(email),
	horaires_accueil: well(fc.string()),
	champ_inconnu: fc.anything(),
};
const fields = {
	structure: {
		...shared,
		description: well(length(4, 5, 10_000, 10_001)),
		siret: well(digits(13, 14, 15)),
		site_web: well(link),
		accessibilite_lieu: well(link),
		reseaux_porteurs: well(some(networks)),
	},
	service: {
		...shared,
		structure_id: fc.constantFrom('dora--1', 'x'),
		description: length(4, 5, 10_000, 10_001),
		type: well(one(slugsOf(kindOf))),
		thematiques: well(some(topics)),
		frais: well(one(['gratuit', 'payant'])),
		frais_precisions: well(fc.string()),
		publics: well(some(slugsOf(audienceOf))),
		publics_precisions: well(fc.string()),
		conditions_acces: well(fc.string()),
		modes_accueil: well(some(slugsOf(welcomeModeOf))),
		zone_eligibilite: well(fc.array(zone, { maxLength: 3 })),
		contact_nom_prenom: well(fc.string()),
		lien_mobilisation: well(link),
		modes_mobilisation: well(some(slugsOf(mobilisationModeOf))),
		mobilisable_par: well(some(slugsOf(mobiliserOf))),
		mobilisation_precisions: well(fc.string()),
		volume_horaire_hebdomadaire: well(fc.oneof(fc.double({ noNaN: true }), fc.integer())),
		nombre_semaines: well(fc.oneof(fc.integer(), fc.double({ noNaN: true }), fc.constantFrom(1, 2, 0, 1e12))),
	},
} as const;

/** A row right in most fields: one, two or three of them are drawn at random, the others left out or right. */
function rows(kind: 'structure' | 'service'): fc.Arbitrary<Row> {
	const right: Row = {
		source: 'dora',
		id: 'dora--1',
		nom: 'Maison',
		description: 'Une maison',
		date_maj: '2026-01-31',
		...(kind === 'service' && { structure_id: 'dora--2' }),
	};
	const all: Record<string, fc.Arbitrary<unknown>> = fields[kind];
	const mutation = fc
		.constantFrom(...Object.keys(all))
		.chain((name) =>
			fc
				.oneof({ weight: 4, arbitrary: all[name]! }, { weight: 1, arbitrary: ill })
				.map((value) => [name, value] as const),
		);
	return fc
		.array(mutation, { maxLength: 3 })
		.map((mutations) => plainJson({ ...right, ...Object.fromEntries(mutations) }));
}

const plainJson = (row: Row): Row => {
	try {
		return JSON.parse(JSON.stringify(row));
	} catch {
		return {};
	}
};

for (const kind of ['structure', 'service'] as const) {
	testOnSharedData(`the same verdict as the official JSON Schema on generated ${kind} rows`, () => {
		const theirs = official(kind);
		const seen = { both: 0, neither: 0, stricter: 0 };
		fc.assert(
			fc.property(rows(kind), (row) => {
				const [mine, its] = [ours[kind](row), theirs(row)];
				if (!mine && its) expect(stricter(row)).toBe(true);
				else expect(mine).toBe(its);
				seen[mine ? 'both' : its ? 'stricter' : 'neither'] += 1;
			}),
			{ numRuns: 5000 },
		);
		expect(Math.min(seen.both, seen.neither, seen.stricter)).toBeGreaterThan(10);
	});
}

testOnSharedData('the same verdict as the official JSON Schemas on real files', () => {
	const lille: Row[] = readJson('supply/di_v1_services_lille_2026.json');
	const detailed: Row = readJson('supply/di_v1_service_detaille_exemple_reel.json');
	const within: Row = JSON.parse(JSON.stringify(detailed.structure));
	const service = official('service');
	for (const row of [...lille, detailed]) {
		expect(ours.service(row)).toBe(service(row));
		const whole = { source: 'x', id: 'x--1', structure_id: 'x--2', date_maj: '2026-01-01', ...row };
		expect(ours.service(whole)).toBe(service(whole));
	}
	expect(ours.structure(within)).toBe(official('structure')(within));
	expect([lille.some(ours.service), ours.service(detailed), ours.structure(within)]).toEqual([
		false,
		true,
		true,
	]);
});

testOnSharedData('our code tables are the official lists', () => {
	const { $defs } = readJson('data-inclusion/di_v1_service.json');
	const listed = (name: string): string[] => [...$defs[name].enum].sort();
	expect([...topics].sort()).toEqual(listed('Thematique'));
	expect([...slugsOf(audienceOf)].sort()).toEqual(listed('Public'));
	expect([...slugsOf(kindOf)].sort()).toEqual(listed('TypeService'));
	expect([...slugsOf(welcomeModeOf)].sort()).toEqual(listed('ModeAccueil'));
	expect([...slugsOf(mobilisationModeOf)].sort()).toEqual(listed('ModeMobilisation'));
	expect([...slugsOf(mobiliserOf)].sort()).toEqual(listed('PersonneMobilisatrice'));
	const structure = readJson('data-inclusion/di_v1_structure.json');
	expect([...networks].sort()).toEqual([...structure.$defs.ReseauPorteur.enum].sort());
});
