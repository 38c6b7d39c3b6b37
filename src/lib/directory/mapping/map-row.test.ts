import { expect, test } from 'vitest';
import { mapRow, type PivotEntry } from './map-row.ts';
import type { Mapping } from './mapping.ts';
import { readMappingValue } from './read-mapping.ts';

const setting = { fileDate: '2026-10-01', fileName: 'lieux.csv', joined: () => [] };

const mappingOf = (told: object): Mapping => {
	const read = readMappingValue({ version: 1, name: 'Essai', source: 'essai', ...told });
	if (!read.mapping) throw new Error(JSON.stringify(read.faults));
	return read.mapping;
};
const plain = (entry: PivotEntry | null | undefined) =>
	Object.fromEntries(
		[...(entry ?? [])].flatMap(([name, { value }]) => (value === undefined ? [] : [[name, value]])),
	);
const mapped = (told: object, values: Record<string, unknown>) => {
	const mapping = mappingOf(told);
	const { structure, services, kept } = mapRow(mapping, mapping.parts[0]!, { values }, setting);
	return { kept, structure: plain(structure), services: services.map(plain) };
};

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
	expect(mapped(told, row)).toEqual({
		kept: true,
		structure: {
			source: 'essai',
			id: 'essai--12',
			nom: 'La Passerelle',
			telephone: '0450568749',
			commune: 'Lens',
			date_maj: '2026-10-01',
		},
		services: [
			{
				source: 'essai',
				id: 'essai--12',
				structure_id: 'essai--12',
				nom: 'Écrivain public',
				description: 'Aide à Lens.',
				telephone: '0450568749',
				commune: 'Lens',
				date_maj: '2026-10-01',
			},
		],
	});
});
