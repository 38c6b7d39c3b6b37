import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseMapped } from '../mapping/parse-mapped.ts';
import { readMappingValue } from '../mapping/read-mapping.ts';
import { sharedTables } from '../mapping/shared-tables.ts';
import { applyMappingForm, slugOf } from './mapping-form.ts';
import { keyOf, targets } from './targets.ts';

const setting = { fileDate: '2026-11-01', fileName: 'a.csv', joined: () => [], today: '2026-11-23' };
const formOf = (fields: Readonly<Record<string, string | readonly string[]>>): FormData => {
	const data = new FormData();
	for (const [name, value] of Object.entries(fields))
		for (const one of [value].flat()) data.append(name, one);
	return data;
};
const start = { version: 1, name: '', source: '' };
const runnable = (value: unknown) => {
	const { mapping, faults } = readMappingValue(value);
	expect(faults).toBeUndefined();
	return mapping!;
};

test('what the form says becomes a mapping that reads a line', () => {
	const made = applyMappingForm(
		start,
		formOf({
			name: 'Mairie de Lens, été',
			'f.structure.id': 'column N°',
			'f.structure.nom': 'column Nom du lieu',
			'f.structure.telephone': 'column Tél',
			'f.structure.latitude': 'column lat',
			'f.structure.longitude': 'column lon',
			'f.service.nom': 'column Aide',
			'f.service.description': 'column Texte',
			'f.service.publics': 'column Pour',
			'c.service.publics.count': '2',
			'c.service.publics.0.from': 'jeunes gens',
			'c.service.publics.0.to': 'jeunes',
			'c.service.publics.1.from': 'divers',
			'c.service.publics.1.to': '',
			'f.service.modes_accueil': 'constant',
			'f.service.modes_accueil.constant': ['en-presentiel'],
		}),
	);
	const mapping = runnable(made);
	expect(mapping.source).toBe('mairie-de-lens-ete');
	const values = {
		'N°': '7',
		'Nom du lieu': 'Maison',
		Tél: '03 21 00 00 00',
		lat: '50,43',
		lon: '2,83',
		Aide: 'Permis',
		Texte: '<p>Une aide au permis.</p>',
		Pour: 'Jeunes gens ; divers',
	};
	const { parsed } = parseMapped(mapping, mapping.parts[0]!, { line: 2, values }, setting);
	expect(parsed[0]?.problems).toEqual([]);
	expect(parsed[0]?.organisation).toMatchObject({
		sourceId: 'mairie-de-lens-ete--7',
		name: 'Maison',
		place: { latitude: 50.43, longitude: 2.83 },
	});
	expect(parsed[0]?.service).toMatchObject({
		description: 'Une aide au permis.',
		audiences: ['young-people'],
		welcomeModes: ['on-site'],
	});
});

test('a rule that the form cannot draw stays, and so does one whose column is not changed', () => {
	const rules = {
		...start,
		structure: {
			id: 'N°',
			nom: { template: '{a} {b}' },
			siret: { column: 'S', steps: ['siret', { pad: 14 }] },
		},
		services: [],
	};
	const made = applyMappingForm(
		rules,
		formOf({
			name: 'x',
			'f.structure.id': 'column N°',
			'f.structure.nom': 'keep',
			'f.structure.siret': 'column S',
		}),
	);
	expect(made.structure).toEqual(rules.structure);
});

test('a text made of several columns; what is done to it stays', () => {
	const said = (text: string) =>
		formOf({ 'f.structure.adresse': 'template', 'f.structure.adresse.template': text });
	const made = applyMappingForm(start, said(' {N°} {Voie}[, {Bât}] '));
	expect(made.structure).toEqual({ adresse: { template: '{N°} {Voie}[, {Bât}]' } });
	const rules = { ...start, structure: { adresse: { template: '{Voie}', steps: ['calm'] } } };
	expect(applyMappingForm(rules, said('{Voie}')).structure).toEqual(rules.structure);
	expect(applyMappingForm(rules, said('')).structure).toEqual({});
});

test('values that the form did not show keep the code that they had', () => {
	const rules = {
		...start,
		structure: { id: 'n', nom: 'n' },
		services: [
			{
				nom: 'n',
				description: 'd',
				thematiques: { column: 'T', steps: [{ split: '/' }, { table: 'thematiques' }] },
			},
		],
	};
	const made = applyMappingForm(
		rules,
		formOf({
			name: 'x',
			'f.service.thematiques': 'column T',
			'c.service.thematiques.count': '1',
			'c.service.thematiques.0.from': 'logt',
			'c.service.thematiques.0.to': 'logement-hebergement--louer-un-logement',
		}),
	);
	const mapping = runnable(made);
	const values = { n: 'Maison', d: 'Une aide', T: 'logt / Santé / Logement' };
	const { parsed } = parseMapped(mapping, mapping.parts[0]!, { line: 2, values }, setting);
	expect(parsed[0]?.service?.topics).toEqual([
		'logement-hebergement--louer-un-logement',
		'sante--acces-aux-soins',
	]);
	expect(parsed[0]?.warnings).toEqual([]);
});

test('every code that the form offers is known to its shared table', () => {
	const unknown = targets.flatMap(({ codes = [], table }) =>
		table === undefined ? [] : codes.filter((code) => sharedTables[table]?.[code] !== code),
	);
	expect(unknown).toEqual([]);
});

test('without an identifier, the name and the address tell structures apart', () => {
	const made = applyMappingForm(
		start,
		formOf({ name: 'x', 'f.structure.nom': 'column nom', 'f.structure.commune': 'column ville' }),
	);
	expect(made.structure).toMatchObject({ id: { digest: ['nom', 'ville'] } });
	runnable(made);
});

test('what is emptied goes', () => {
	const rules = { ...start, structure: { id: 'a', nom: 'b', point: { latitude: 'c', longitude: 'd' } } };
	const made = applyMappingForm(
		rules,
		formOf({ 'f.structure.nom': '', 'f.structure.latitude': '', 'f.structure.longitude': '' }),
	);
	expect(made.structure).toEqual({ id: 'a' });
});

test('any form leaves a mapping that says what is wrong, or can be run', () => {
	const name = fc.constantFrom(...targets.map((target) => `f.${keyOf(target)}`), 'name', 'source');
	const value = fc.oneof(fc.constantFrom('', 'keep', 'constant', 'template', 'column a'), fc.string());
	fc.assert(
		fc.property(fc.array(fc.tuple(name, value)), (pairs) => {
			const { mapping, faults } = readMappingValue(
				applyMappingForm(start, formOf(Object.fromEntries(pairs))),
			);
			expect(Boolean(mapping) !== Boolean(faults)).toBe(true);
		}),
	);
});

test('a source is told apart by a plain word', () => {
	expect(slugOf('  Communauté d’agglo — Hénin ')).toBe('communaute-d-agglo-henin');
});
