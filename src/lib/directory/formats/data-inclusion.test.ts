import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sharedData, testOnSharedData } from '#lib/testing/shared-data.ts';
import { type Organisation, type Place, plainOrganisation } from '../organisation.ts';
import {
	audiences,
	fees,
	mobilisationModes,
	mobilisers,
	plainService,
	type Service,
	serviceKinds,
	welcomeModes,
} from '../service.ts';
import { topics } from '../topic.ts';
import { parseDataInclusion } from './data-inclusion.ts';
import { networks } from './data-inclusion-networks.ts';
import { toService, toStructure } from './data-inclusion-write.ts';

const today = '2026-11-23';
const structure = { source: 'dora', id: 'dora--1', nom: 'Maison du canal', date_maj: '2026-01-31' };
const service = {
	...structure,
	id: 'dora--9',
	structure_id: 'dora--1',
	nom: 'Aide au permis',
	description: 'Préparer le permis',
	thematiques: ['mobilite--preparer-un-permis'],
};
const read = (values: Record<string, unknown>) => parseDataInclusion({ line: 12, values }, { today });
const faults = (values: Record<string, unknown>) =>
	read(values).problems.map(({ line, field, value, problem }) => `${line} ${field} [${value}] ${problem}`);
const first = (more: Record<string, unknown>) => faults({ ...service, ...more })[0];

test('each fault is told by line, field and value, in a sentence that says what to do', () => {
	expect(first({ date_maj: '2031-01-01' })).toBe(
		'12 date_maj [2031-01-01] La date 2031-01-01 est dans le futur. Corrigez-la ou laissez la date du jour.',
	);
	expect(first({ thematiques: ['mobilite--preparer-un-permis', 'velo'] })).toBe(
		'12 thematiques [velo] « velo » n’est pas un code connu. Choisissez dans le référentiel de data·inclusion.',
	);
	expect(first({ frais: 'cher' })).toBe(
		'12 frais [cher] « cher » n’est pas un code connu. Choisissez parmi : gratuit, payant.',
	);
	expect(first({ publics: ['tous-publics', 'femmes'] })).toContain('ne va avec aucun autre public');
	expect(first({ lien_source: 'javascript:alert(1)' })).toContain('n’est pas un lien');
	expect(first({ date_maj: '1999-12-31' })).toContain('avant l’an 2000');
	expect(first({ nom: 'ab' })).toContain('au moins 3 caractères');
	expect(first({ description: 'a'.repeat(10_001) })).toContain('10\u202f000 caractères au plus');
	expect(first({ zone_eligibilite: ['59', 'nord-pas-de-calais'] })).toContain('[nord-pas-de-calais]');
	expect(first({ nombre_semaines: 0 })).toContain('Le plus petit nombre possible est 1');
});

test('a line that lacks what identifies it is told field by field, and never crashes', () => {
	const { source: _, id: __, date_maj: ___, structure_id: ____, ...rest } = service;
	expect(faults(rest).map((fault) => fault.split(' ')[1])).toEqual([
		'source',
		'id',
		'date_maj',
		'structure_id',
	]);
	expect(faults({})).toHaveLength(4);
});

test('a rejected line still names the entry it speaks of', () => {
	expect(read({ ...service, nom: '' }).about).toEqual([
		{ kind: 'service', source: 'dora', sourceId: 'dora--9' },
	]);
	expect(read({ nom: 'x' }).about).toEqual([]);
});

test('cells are read as spreadsheets write them', () => {
	const table = {
		...service,
		thematiques: 'mobilite--preparer-un-permis; numerique--acceder-a-des-services-en-ligne',
		publics: '["femmes","jeunes"]',
		modes_accueil: "['en-presentiel']",
		zone_eligibilite: '59|62',
		mobilisable_par: '',
		date_maj: '31/01/2026',
		latitude: '50,43',
		longitude: ' 2.83 ',
		nombre_semaines: '12',
		telephone: "'+33353010144",
		code_postal: '1000',
		lien_source: 'www.exemple.fr/aide à domicile',
		adresse: '  1 rue\r\nde Paris\u0000 ',
	};
	const { service: told, warnings, problems } = read(table);
	expect(problems).toEqual([]);
	expect(told).toMatchObject({
		topics: ['mobilite--preparer-un-permis', 'numerique--acceder-a-des-services-en-ligne'],
		audiences: ['women', 'young-people'],
		welcomeModes: ['on-site'],
		zone: ['59', '62'],
		mobilisableBy: [],
		updatedOn: '2026-01-31',
		weeks: 12,
		phone: '+33353010144',
		link: 'https://www.exemple.fr/aide%20%C3%A0%20domicile',
		place: {
			latitude: 50.43,
			longitude: 2.83,
			postcode: '01000',
			address: '1 rue\nde Paris',
			position: 'given',
		},
	});
	expect(warnings.map(({ field }) => field).sort()).toEqual(['code_postal', 'date_maj', 'lien_source']);
	expect(faults({ ...table, latitude: '50,4,3' })).toEqual([
		'12 latitude [50,4,3] « 50,4,3 » n’est pas un nombre. Écrivez par exemple 2,5.',
	]);
});

test('HTML, formulas and scripts stay the text they are', () => {
	const description = '<script>alert(1)</script> =1+1';
	expect(read({ ...service, description }).service?.description).toBe(description);
});

test('what is doubtful enters with a warning', () => {
	const { organisation, warnings } = read({
		...structure,
		id: '1',
		nom: 'Maison du canal.',
		horaires_accueil: 'le matin, de préférence',
	});
	expect(organisation?.openingHours).toBe('le matin, de préférence');
	expect(warnings.map(({ field }) => field)).toEqual(['nom', 'id', 'horaires_accueil']);
});

test('the structure inside a service is its organisation', () => {
	const both = read({ ...service, structure });
	expect(both.organisation?.name).toBe('Maison du canal');
	expect(both.service?.organisationSourceId).toBe('dora--1');
	const flat = Object.fromEntries(
		Object.entries(structure).map(([name, value]) => [`structure.${name}`, value]),
	);
	expect(read({ ...service, ...flat })).toEqual(both);
	expect(faults({ ...service, structure: { ...structure, siret: '12' } })[0]).toContain(
		'12 structure.siret [12]',
	);
	expect(faults({ ...service, structure: { ...structure, id: 'dora--2' } })[0]).toContain(
		'structure.id [dora--2]',
	);
	expect(faults({ ...service, structure: 'Maison' })[0]).toContain('12 structure [Maison]');
});

test('a line of any shape gets an answer', () => {
	fc.assert(
		fc.property(
			fc.dictionary(fc.constantFrom(...Object.keys(service), 'structure', 'publics'), fc.anything()),
			(values) => {
				const { problems, organisation, service: told } = read(values);
				expect(problems.length > 0).toBe(organisation === null && told === null);
			},
		),
		{ numRuns: 1000 },
	);
});

testOnSharedData(
	'the real detailed answer enters whole; the Lille extract, without identifiers, does not',
	() => {
		const json = (name: string) => JSON.parse(readFileSync(sharedData(`supply/${name}`), 'utf8'));
		const detailed = read(json('di_v1_service_detaille_exemple_reel.json'));
		expect(detailed.problems).toEqual([]);
		expect(detailed.organisation?.sourceId).toBe(detailed.service?.organisationSourceId);
		for (const row of json('di_v1_services_lille_2026.json')) {
			const missing = faults(row).filter((fault) => fault.endsWith('Cette information manque. Ajoutez-la.'));
			expect(missing.map((fault) => fault.split(' ')[1])).toEqual(
				expect.arrayContaining(['id', 'structure_id', 'date_maj']),
			);
		}
	},
);

const text = fc
	.string({ unit: fc.constantFrom(...'aéœ 1=<">-'), minLength: 3, maxLength: 40 })
	.map((inner) => `a${inner}z`);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const some = <T>(values: readonly T[]) => fc.uniqueArray(fc.constantFrom(...values), { maxLength: 4 });
const degrees = fc.double({ min: -90, max: 90, noNaN: true }).map((value) => value + 0);
const place: fc.Arbitrary<Place> = fc
	.record({
		address: text,
		addressMore: maybe(text),
		postcode: maybe(fc.constant('59000')),
		communeName: maybe(text),
		inseeCode: maybe(fc.constant('59350')),
		point: maybe(fc.record({ longitude: degrees, latitude: degrees })),
	})
	.map(({ point, ...fields }) => ({
		...fields,
		communeCode: null,
		longitude: point?.longitude ?? null,
		latitude: point?.latitude ?? null,
		position: point ? 'given' : 'unknown',
	}));
const shared = {
	source: fc.constant('dora'),
	name: text,
	link: maybe(fc.constant('https://exemple.fr/a?b=c#d')),
	phone: maybe(fc.constant('+33353010144')),
	email: maybe(fc.constant('accueil@exemple.fr')),
	openingHours: maybe(fc.constant('Mo-Fr 09:00-12:00')),
	place: maybe(place),
	updatedOn: fc.constantFrom('2000-01-01', '2024-02-29', today),
	fictional: fc.constant(false),
};
const asItIs = <Fields extends object>(fields: Fields) =>
	Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, fc.constant(value)])) as {
		[Name in keyof Fields]: fc.Arbitrary<Fields[Name]>;
	};
const organisations: fc.Arbitrary<Organisation> = fc.record({
	...shared,
	sourceId: fc.nat().map((n) => `dora--${n}`),
	description: maybe(text),
	siret: maybe(fc.constant('13003013300016')),
	website: maybe(fc.constant('https://exemple.fr')),
	accessibilityUrl: maybe(fc.constant('https://acceslibre.beta.gouv.fr/app/1/')),
	networks: some(networks),
	...asItIs(plainOrganisation),
});
const oneOf = <T>(values: readonly T[]) => maybe(fc.constantFrom(...values));
const services: fc.Arbitrary<Service> = fc.record({
	...shared,
	sourceId: fc.nat().map((n) => `dora--${n}`),
	organisationSourceId: fc.constant('dora--1'),
	description: text,
	kind: oneOf(serviceKinds),
	topics: some(topics),
	fee: oneOf(fees),
	feeDetails: maybe(text),
	audiences: fc.oneof(
		some(audiences.filter((audience) => audience !== 'everyone')),
		fc.constant(['everyone' as const]),
	),
	audienceDetails: maybe(text),
	conditions: maybe(text),
	welcomeModes: some(welcomeModes),
	zone: some(['59350', '59', '2A', '200093201', '99100', 'france']),
	contactName: maybe(text),
	mobilisationLink: maybe(fc.constant('https://exemple.fr')),
	mobilisationModes: some(mobilisationModes),
	mobilisableBy: some(mobilisers),
	mobilisationDetails: maybe(text),
	weeklyHours: maybe(fc.double({ min: 0, max: 168, noNaN: true }).map((hours) => hours + 0)),
	weeks: maybe(fc.integer({ min: 1, max: 104 })),
	...asItIs(plainService),
});

test('what is written is read back the same', () => {
	fc.assert(
		fc.property(organisations, services, (organisation, offered) => {
			expect(read(toStructure(organisation)).organisation).toEqual(organisation);
			expect(read(toService(offered)).service).toEqual(offered);
			const nested = read({
				...toService(offered),
				structure: toStructure({ ...organisation, sourceId: 'dora--1' }),
			});
			expect(nested.service).toEqual(offered);
		}),
	);
});
