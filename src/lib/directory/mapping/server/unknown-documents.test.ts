import { expect, test } from 'vitest';
import { guessed } from '#lib/testing/mapping-trial.ts';
import { odsOf, xlsxOf } from '#lib/testing/workbooks.ts';

// Every file here is invented, as a source that nobody has seen would write it.

test('JSON: a list deep in the document, services within each structure, contacts in a list', async () => {
	const structure = (id: string, city: string, services: object[], contacts: object[]) => ({
		_id: id,
		name: `Association ${id}`,
		address: {
			street: '1 rue A',
			postal_code: '62300',
			city,
			location: { type: 'Point', coordinates: [2.83, 50.43] },
		},
		contacts,
		services,
	});
	const document = {
		meta: { total: 2 },
		data: {
			organismes: [
				structure(
					'a1',
					'Lens',
					[
						{ id: 's1', title: 'Repas', tags: ['alimentation'], description: 'Un repas chaud.' },
						{ id: 's2', title: 'Douche', tags: [], description: 'Une douche.', phone: '03 21 00 00 09' },
					],
					[
						{ type: 'phone', value: '0321000001' },
						{ type: 'email', value: 'un@asso.exemple' },
					],
				),
				structure('a2', 'Arras', [], []),
			],
		},
	};
	const { organisations, services, problems, warnings } = await guessed(
		'export.json',
		JSON.stringify(document),
	);
	expect({ problems, warnings }).toEqual({ problems: [], warnings: [] });
	expect(organisations).toMatchObject([
		{
			sourceId: 'export--a1',
			phone: '0321000001',
			email: 'un@asso.exemple',
			place: { communeName: 'Lens', latitude: 50.43 },
		},
		{ sourceId: 'export--a2', place: { communeName: 'Arras' } },
	]);
	expect(services).toMatchObject([
		{ name: 'Repas', description: 'Un repas chaud.', topics: ['equipement-et-alimentation--alimentation'] },
		{ name: 'Douche', description: 'Une douche.', phone: '0321000009' },
	]);
});

test('GeoJSON: properties and a point', async () => {
	const feature = (id: number, properties: object, coordinates: number[]) => ({
		type: 'Feature',
		id,
		properties,
		geometry: { type: 'Point', coordinates },
	});
	const collection = {
		type: 'FeatureCollection',
		name: 'lieux',
		crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } },
		features: [
			feature(
				1,
				{
					NOM: 'ÉPICERIE SOLIDAIRE',
					TYPE: 'Épicerie',
					CP: 62300,
					COMMUNE: 'LENS',
					TEL: 321000001,
					HORAIRES: 'Lundi 9h-12h ; Mardi 14h-18h',
				},
				[2.83, 50.43],
			),
			feature(
				2,
				{ NOM: 'FRIPERIE', TYPE: 'Vestiaire', CP: 62000, COMMUNE: 'ARRAS', TEL: null, HORAIRES: null },
				[2.77, 50.29],
			),
		],
	};
	const { organisations, services, problems } = await guessed('lieux.geojson', JSON.stringify(collection));
	expect(problems).toEqual([]);
	expect(organisations).toMatchObject([
		{
			sourceId: 'lieux--1',
			phone: '0321000001',
			openingHours: 'Mo 09:00-12:00; Tu 14:00-18:00',
			place: { longitude: 2.83, latitude: 50.43, postcode: '62300' },
		},
		{ sourceId: 'lieux--2', place: { communeName: 'ARRAS' } },
	]);
	expect(services.map(({ topics }) => topics)).toEqual([
		['equipement-et-alimentation--alimentation'],
		['equipement-et-alimentation--habillement'],
	]);
});

test('one JSON object a line, numbers where texts are meant, a list of activities', async () => {
	const text = `{"code":"x1","raison_sociale":"Garage solidaire","activites":["Réparation","Location"],"ville":"Lens","cp":62300,"siret":80746931700018}
{"code":"x2","raison_sociale":"Auto-école sociale","activites":["Permis"],"ville":"Bourg","cp":1000,"siret":"807 469 317 00026"}
`;
	const { organisations, services } = await guessed('acteurs.ndjson', text);
	expect(organisations).toMatchObject([
		{
			sourceId: 'acteurs--x1',
			name: 'Garage solidaire',
			siret: '80746931700018',
			description: 'Réparation, Location',
		},
		{
			sourceId: 'acteurs--x2',
			name: 'Auto-école sociale',
			siret: '80746931700026',
			place: { postcode: '01000' },
		},
	]);
	expect(services).toHaveLength(2);
});

const book = {
	'Lisez-moi': [['Classeur des acteurs'], ['Version 2']],
	Structures: [
		['Code', 'Nom', 'Adresse', 'CP', 'Ville', 'Tél'],
		['ST1', 'Maison A', '1 rue A', 1000, 'Bourg', 474000001],
		['ST2', 'Maison B', '2 rue B', 62300, 'Lens', 321000002],
		['ST3', 'Maison sans service', '3 rue C', 62300, 'Lens', null],
	],
	Services: [
		['Code service', 'Code structure', 'Intitulé', 'Thème', 'Détail', 'Date MAJ'],
		['SE1', 'ST1', 'Permanence', 'Logement', 'Aide au logement', { serial: 46_300 }],
		['SE2', 'ST2', 'Atelier', 'Numérique', 'Atelier ordinateur', { serial: 46_301 }],
		['SE3', 'ST2', 'Écoute', 'Santé', 'Une oreille attentive', null],
		['SE4', 'ST9', 'Perdu', 'Santé', 'La structure n’existe pas', null],
	],
};

test('a workbook with a cover, structures in a sheet, their services in another', async () => {
	const { file, organisations, services, problems, notices } = await guessed('acteurs.xlsx', xlsxOf(book));
	expect(problems).toEqual([]);
	expect(file).toMatchObject({ joins: { services: { key: 'Code structure', with: 'Code' } } });
	expect(new Set(organisations.map(({ sourceId }) => sourceId))).toEqual(
		new Set(['acteurs--ST1', 'acteurs--ST2', 'acteurs--ST3']),
	);
	expect(services).toMatchObject([
		{
			name: 'Permanence',
			organisationSourceId: 'acteurs--ST1',
			updatedOn: '2026-10-05',
			phone: '0474000001',
		},
		{ name: 'Atelier', organisationSourceId: 'acteurs--ST2', updatedOn: '2026-10-06' },
		{ name: 'Écoute', organisationSourceId: 'acteurs--ST2', topics: ['sante--acces-aux-soins'] },
	]);
	expect(notices.map(({ problem }) => problem)).toEqual([
		expect.stringContaining('Une ligne de « services » n’est rattachée à aucune autre'),
	]);
});

test('a sheet with a title, serial dates, numbers for codes; the same in ODS', async () => {
	const rows = [
		['LISTE DES PARTENAIRES 2026'],
		[],
		['N°', 'NOM DE LA STRUCTURE', 'ADRESSE', 'CODE POSTAL', 'VILLE', 'TELEPHONE', 'MAJ', 'SIRET'],
		[1, 'AIDE A DOMICILE', '1 RUE A', 1000, 'BOURG EN BRESSE', 474000001, 46_300, 80746931700018],
		[2, 'RESTOS', '2 RUE B', 62300, 'LENS', 321000002, 46_301, null],
	];
	for (const [name, content] of [
		['partenaires.xlsx', xlsxOf({ Feuil1: rows })],
		['partenaires.ods', odsOf({ Feuil1: rows })],
	] as const) {
		const { organisations, unused } = await guessed(name, content);
		expect(unused).toEqual([]);
		expect(organisations).toMatchObject([
			{
				sourceId: 'partenaires--1',
				phone: '0474000001',
				updatedOn: '2026-10-05',
				siret: '80746931700018',
				place: { postcode: '01000' },
			},
			{ sourceId: 'partenaires--2', phone: '0321000002', updatedOn: '2026-10-06', siret: null },
		]);
	}
});
