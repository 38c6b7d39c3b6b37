import { expect, test } from 'vitest';
import { mapRow, type PivotEntry } from './map-row.ts';
import type { Mapping } from './mapping.ts';
import { readMappingValue } from './read-mapping.ts';

type Rows = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

const mappingOf = (told: object): Mapping => {
	const read = readMappingValue({ version: 1, name: 'Essai', source: 'essai', ...told });
	if (!read.mapping) throw new Error(JSON.stringify(read.faults));
	return read.mapping;
};
const plain = (entry: PivotEntry | null | undefined) =>
	Object.fromEntries(
		[...(entry ?? [])].flatMap(([name, { value }]) => (value === undefined ? [] : [[name, value]])),
	);
const mapped = (told: object, values: Record<string, unknown>, others: Rows = {}) => {
	const mapping = mappingOf(told);
	const joined = (alias: string, key: string) => (others[alias] ?? []).filter(({ id }) => id === key);
	const setting = { fileDate: '2026-10-01', fileName: 'lieux.csv', joined };
	const { structure, services, kept } = mapRow(mapping, mapping.parts[0]!, { values }, setting);
	return { kept, structure: plain(structure), services: services.map(plain) };
};

/** What one rule gives for a row. */
const given = (rule: unknown, values: Record<string, unknown> = {}, others: Rows = {}, more: object = {}) =>
	mapped(
		{ structure: { id: { constant: 'x' }, nom: { constant: 'x' }, description: rule }, ...more },
		values,
		others,
	).structure.description;

test('a row becomes a structure and its service, found by loose names', () => {
	const told = {
		structure: {
			id: 'N°',
			nom: 'Nom de la structure',
			telephone: { column: 'TEL', steps: ['phone'] },
			commune: 'ville',
		},
		services: [
			{ nom: { constant: 'Écrivain public' }, description: { template: 'Aide à {Ville}[ le {jour}].' } },
		],
	};
	const row = {
		'N°': 12,
		'nom de la structure': 'La Passerelle',
		tel: '+33 (0)4 50 56 87 49',
		Ville: 'Lens',
		jour: '',
	};
	const where = { telephone: '0450568749', commune: 'Lens', date_maj: '2026-10-01' };
	expect(mapped(told, row)).toEqual({
		kept: true,
		structure: { source: 'essai', id: 'essai--12', nom: 'La Passerelle', ...where },
		services: [
			{
				source: 'essai',
				id: 'essai--12',
				structure_id: 'essai--12',
				nom: 'Écrivain public',
				description: 'Aide à Lens.',
				...where,
			},
		],
	});
});

test.each<[what: string, rule: unknown, values: Record<string, unknown>, gives: unknown]>([
	['a column by another of its names', { column: ['mail', 'e-mail'] }, { 'E-Mail': 'a@b.fr' }, 'a@b.fr'],
	['the first column that is filled', ['nom_usuel', 'nom'], { nom_usuel: 'NULL', nom: 'Ici' }, 'Ici'],
	['a path into objects and lists', 'a.b[1].c', { a: { b: [{ c: 1 }, { c: 2 }] } }, 2],
	['a path into each element of a list', 'tels.num', { tels: [{ num: '1' }, { num: '2' }] }, ['1', '2']],
	['a path into JSON written in a cell', 'a.b', { a: '{"b": "c"}' }, 'c'],
	['a path that a table has flattened', 'a.b', { 'a.b': 'c' }, 'c'],
	['a constant', { constant: ['tous-publics'] }, {}, ['tous-publics']],
	['a template without what is empty', { template: '{a}[, {b}]' }, { a: '1', b: ' ' }, '1'],
	['a template that keeps its words', { template: 'Oui.[ {b}]' }, {}, 'Oui.'],
	['nothing for a template whose columns are empty', { template: 'à {a}' }, { a: '' }, undefined],
	['doubled signs as themselves', { template: '{{[[{a}]]}}' }, { a: '1' }, '{[1]}'],
	[
		'texts joined without the empty ones',
		{ join: ['a', 'b', 'c'], separator: ' - ' },
		{ a: '1', c: '3' },
		'1 - 3',
	],
	['a list of several rules', { list: ['a', { constant: ['x', 'y'] }] }, { a: 'z' }, ['z', 'x', 'y']],
	[
		'codes of columns that say yes',
		{ flags: { J: 'jeunes', F: ['femmes'] } },
		{ J: 'Oui', F: 'non' },
		['jeunes'],
	],
	['a yes in other words', { flags: { J: 'jeunes' }, yes: ['accueilli'] }, { J: 'Accueilli' }, ['jeunes']],
	[
		'the first case that is met',
		{ cases: [{ when: { of: 'a', is: 'X' }, give: 'b' }] },
		{ a: ' x ', b: '2' },
		'2',
	],
	['a default', { column: 'a', default: 'rien' }, { a: '' }, 'rien'],
	['the day of the file', { file: 'date' }, {}, '2026-10-01'],
	[
		'a list made element by element',
		{ each: 'l', give: { template: '{x}!', with: { x: { item: 'n' } } } },
		{ l: [{ n: 1 }, { n: 2 }] },
		['1!', '2!'],
	],
	[
		'an object, unless it lacks what it needs',
		{ object: { du: 'a', au: 'b' }, needs: ['du'] },
		{ b: '1' },
		undefined,
	],
	['what a machine writes for nothing as nothing', 'a', { a: ' N/A ' }, undefined],
])('gives %s', (_, rule, values, gives) => {
	expect(given(rule, values)).toEqual(gives);
});

test.each<[step: unknown, value: unknown, gives: unknown]>([
	['upper', 'été', 'ÉTÉ'],
	['calm', "CCAS DE L'ISLE-ADAM", "CCAS de l'Isle-Adam"],
	['calm', 'Le CCAS', 'Le CCAS'],
	[
		'text',
		'<p>Aide &amp; &#233;coute</p><ul><li>Prêt</li></ul><script>x</script>',
		'Aide & écoute\n\n- Prêt',
	],
	['digits', 'n° 12-3', '123'],
	['postcode', 1000, '01000'],
	['postcode', '12 rue Pasteur 62300 Lens', '62300'],
	['street', '12 rue Pasteur, 62300 Lens', '12 rue Pasteur'],
	['town', '12 rue Pasteur, 62300 Lens Cedex', 'Lens Cedex'],
	['insee', '1033', '01033'],
	['department', 3, '03'],
	['department', '97411', '974'],
	['siret', '807 469 317 00018', '80746931700018'],
	['phone', '04.50.56.87.49 / 06 12 34 56 78', '0450568749'],
	['phone', '450568749', '0450568749'],
	['phones', '0450568749 0612345678', ['0450568749', '0612345678']],
	['phone', '39 49', '3949'],
	['phone', '+262 262 79 00 49', '0262790049'],
	['email', 'Accueil : <accueil@exemple.fr>', 'accueil@exemple.fr'],
	['emails', 'a@b.fr - c@d.fr', ['a@b.fr', 'c@d.fr']],
	['email', 'contact(arobase)exemple.fr', 'contact@exemple.fr'],
	['url', 'www.exemple.fr', 'https://www.exemple.fr'],
	['date', '3/4/2026', '2026-04-03'],
	['date', '1er août 2026', '2026-08-01'],
	['date', '45992', '2025-12-01'],
	['date', 1_659_968_016_440, '2022-08-08'],
	['date', { $date: '2022-08-08T10:00:00Z' }, '2022-08-08'],
	[{ date: 'month-first' }, '3/4/2026', '2026-03-04'],
	['number', '1\u202f234,5 €', 1234.5],
	['number', '1,234.5', 1234.5],
	['number', '12/15', undefined],
	[{ number: 'm2' }, '30 m2', 30],
	[{ multiply: 0.001 }, '1500', 1.5],
	['whole', 'environ 12 places', 12],
	['boolean', 'Vrai', true],
	['languages', ['Français', 'LSF', 'Dari'], ['fr', 'fsl', 'prs']],
	[
		'hours',
		'Du lundi au vendredi de 9h à 12h et de 14h à 17h30, samedi 9h-12h',
		'Mo-Fr 09:00-12:00,14:00-17:30; Sa 09:00-12:00',
	],
	['hours', 'lundi : fermé, mardi : 9h-12h', 'Tu 09:00-12:00'],
	['hours', '7j/7 24h/24', '24/7'],
	['hours', 'Sur rendez-vous', '"sur rendez-vous"'],
	['hours', 'Mo-Fr 09:00-17:00', 'Mo-Fr 09:00-17:00'],
	['hours', 'selon la saison', 'selon la saison'],
	[
		'hours',
		{ monday: { open: true, timeslot: [{ start: 930, end: 1200 }] }, closedHolidays: 'CLOSED' },
		'Mo 09:30-12:00; PH off',
	],
	['hours', [{ dayOfWeek: ['Monday', 'Tuesday'], opens: '09:00', closes: '12:30' }], 'Mo-Tu 09:00-12:30'],
	[{ split: [';', ','] }, '{a,"b";c}', ['a', 'b', 'c']],
	[{ join: ' et ' }, ['a', 'b'], 'a et b'],
	[{ truncate: 10 }, 'Un texte trop long', 'Un texte…'],
	[{ pad: 3 }, 7, '007'],
	[{ prefix: 'n° ' }, '3', 'n° 3'],
	[{ before: ',' }, 'a, b', 'a'],
	[{ after: ': ' }, 'Prix : 3 €', '3 €'],
	[{ remove: ['Commune de '] }, 'Commune de Lens', 'Lens'],
	[{ replace: [['$&', 'x']] }, 'a$&', 'ax'],
	[{ table: { Oui: 'gratuit', Non: null } }, ' OUI ', 'gratuit'],
	[{ table: { a: ['x', 'y'] } }, ['a'], ['x', 'y']],
	[{ table: { a: 'x' }, unmatched: 'keep' }, 'b', 'b'],
	[{ table: { a: 'x' }, otherwise: 'z' }, 'b', 'z'],
	[{ table: 'thematiques' }, 'Aide alimentaire', 'equipement-et-alimentation--alimentation'],
	[{ get: 'b' }, { b: 2 }, 2],
	[{ element: -1 }, ['a', 'b'], 'b'],
])('step %o of %o', (step, value, gives) => {
	expect(given({ column: 'v', steps: [step] }, { v: value })).toEqual(gives);
});

test('hours written day by day, half-day by half-day, or as a yes', () => {
	const week = {
		lundi: ['lundi matin', 'lundi après-midi'],
		mardi: { from: 'ma_debut', to: 'ma_fin' },
		mercredi: { column: 'mercredi', hours: '9h-12h' },
		jeudi: 'jeudi',
	};
	const row = {
		'Lundi Matin': '9-12',
		'Lundi après-midi': '14h à 17h30',
		ma_debut: '09:00:00',
		ma_fin: '12:00:00',
		mercredi: 'X',
		jeudi: 'Fermé',
	};
	expect(given({ week }, row)).toBe('Mo 09:00-12:00,14:00-17:30; Tu-We 09:00-12:00');
	expect(given({ week }, { ...row, jeudi: '9h-12h 14h-17h30' })).toContain('Th 09:00-12:00,14:00-17:30');
	expect(given({ week }, { ...row, jeudi: 'sur demande' })).toContain('jeudi sur demande');
});

test('rows of another file, by a key', () => {
	const joins = { lieux: { key: 'id', with: { column: 'lieu', steps: ['lower'] } } };
	const files = { services: {}, lieux: {} };
	const more = { files, joins };
	const others = {
		lieux: [
			{ id: 'l1', ville: 'Lens' },
			{ id: 'l1', ville: 'Arras' },
		],
	};
	expect(given({ column: 'ville', from: 'lieux' }, { lieu: 'L1' }, others, more)).toBe('Lens');
	const towns = { each: { joined: 'lieux' }, give: { item: 'ville' } };
	expect(given(towns, { lieu: 'l1' }, others, more)).toEqual(['Lens', 'Arras']);
	expect(given({ column: 'ville', from: 'lieux' }, { lieu: 'l2' }, others, more)).toBeUndefined();
});

test('each element of a list is a service of its own', () => {
	const told = {
		structure: { id: 'id', nom: 'nom', adresse_confidentielle: { constant: true } },
		services: [
			{
				each: 'services',
				when: { of: { item: 'ouvert' }, yes: true },
				id: { template: '{id}-{n}', with: { n: { item: 'n' } } },
				nom: { item: 'nom' },
				description: { item: 'nom' },
				inherit: false,
			},
		],
	};
	const services = [
		{ n: 1, nom: 'Douches', ouvert: true },
		{ n: 2, nom: 'Repas', ouvert: false },
		{ n: 3, nom: 'Laverie', ouvert: 'oui' },
	];
	const { services: found } = mapped(told, { id: 7, nom: 'Lieu', services });
	expect(found.map(({ id, nom }) => [id, nom])).toEqual([
		['essai--7-1', 'Douches'],
		['essai--7-3', 'Laverie'],
	]);
	expect(found[0]).toMatchObject({ structure_id: 'essai--7', adresse_confidentielle: true });
});

test('rows that the mapping does not keep give nothing', () => {
	const told = {
		keep: { all: [{ of: 'statut', in: ['en ligne', 'publié'] }, { not: { of: 'nom', starts: 'test' } }] },
		structure: { id: 'nom', nom: 'nom' },
	};
	expect(mapped(told, { statut: 'Publié', nom: 'La Passerelle' }).kept).toBe(true);
	expect(mapped(told, { statut: 'Publié', nom: 'TEST 1' }).kept).toBe(false);
	expect(mapped(told, { statut: 'brouillon', nom: 'La Passerelle' }).kept).toBe(false);
});

const pointOf = (point: object, values: Record<string, unknown>, code?: string) => {
	const told = {
		structure: {
			id: { constant: 'x' },
			nom: { constant: 'x' },
			point,
			...(code ? { code_postal: { constant: code } } : {}),
		},
	};
	const { longitude, latitude } = mapped(told, values).structure;
	return [longitude, latitude];
};
const two = { longitude: 'x', latitude: 'y' };

test.each<
	[what: string, point: object, values: Record<string, unknown>, code: string | undefined, gives: unknown]
>([
	['a lost minus sign, by its commune', two, { x: '55,47', y: '21,33' }, '97410', [55.47, -21.33]],
	['a lost minus sign, by elimination', two, { x: '61,5', y: '16,2' }, undefined, [-61.5, 16.2]],
	['swapped numbers', two, { x: '50.43', y: '2.83' }, '62300', [2.83, 50.43]],
	[
		'metres of Lambert-93',
		{ ...two, system: 'lambert93' },
		{ x: '668832,5384', y: '6950138,7285' },
		undefined,
		[expect.closeTo(2.56865, 4), expect.closeTo(49.64961, 4)],
	],
	['two numbers in a cell', { pair: 'p' }, { p: '50.43, 2.83' }, undefined, [2.83, 50.43]],
	['two French numbers in a cell', { pair: 'p' }, { p: '50,43 ; 2,83' }, undefined, [2.83, 50.43]],
	[
		'a point of GeoJSON',
		{ pair: 'p' },
		{ p: { type: 'Point', coordinates: [2.83, 50.43] } },
		undefined,
		[2.83, 50.43],
	],
	['a point of WKT', { pair: 'p' }, { p: 'POINT (2.83 50.43)' }, undefined, [2.83, 50.43]],
	['what it cannot mend as it is', two, { x: '12', y: '12' }, '62300', [12, 12]],
	['what is not to be mended as it is', { ...two, mend: false }, { x: '50', y: '2' }, '62300', [50, 2]],
	['nothing for half a point', two, { x: '2.83', y: '' }, undefined, [undefined, undefined]],
])('a point: %s', (_, point, values, code, gives) => {
	expect(pointOf(point, values, code)).toEqual(gives);
});

test('identifiers made of columns stay the same, whatever the case and the blanks', () => {
	const digest = { digest: ['nom', 'ville'] };
	const first = given(digest, { nom: 'La  Passerelle', ville: 'LENS' });
	expect(first).toMatch(/^[\da-f]{20}$/);
	expect(given(digest, { nom: 'la passerelle ', ville: 'Lens' })).toBe(first);
	expect(given(digest, { nom: 'la passerelle', ville: 'Arras' })).not.toBe(first);
	expect(given(digest, { nom: '', ville: ' ' })).toBeUndefined();
});
