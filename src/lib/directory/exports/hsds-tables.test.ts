import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sharedData, testOnSharedData } from '#lib/testing/shared-data.ts';
import { dataPackage } from './data-package.ts';
import { columnsOf, fileOf, type HsdsTable, hsdsTableNames } from './hsds-tables.ts';
import { rowsOf } from './hsds-tabular.ts';

const id = (rank: number) => `00000000-0000-4000-8000-00000000000${rank}`;

testOnSharedData(
	'each table has the file and the columns of HSDS, in its order, then those of the profile',
	() => {
		const {
			resources,
		}: { resources: { name: HsdsTable; path: string; schema: { fields: { name: string }[] } }[] } =
			JSON.parse(readFileSync(sharedData('hsds-3.1/datapackage.json'), 'utf8'));
		const official = new Map(resources.map((one) => [one.name, one]));
		for (const table of hsdsTableNames) {
			const { path, schema } = official.get(table)!;
			expect(fileOf(table)).toBe(path);
			// Of these two, the package of HSDS tells the keys only: its examples tell the rest.
			if (table === 'unit' || table === 'service_capacity') {
				const [header = ''] = readFileSync(sharedData(`hsds-3.1/examples/csv/${path}`), 'utf8').split(
					/\r?\n/,
				);
				expect(columnsOf(table).join(',')).toBe(header);
			} else {
				const names = schema.fields.map(({ name }) => name);
				expect(columnsOf(table).slice(0, names.length)).toEqual(names);
			}
		}
	},
);

test('what an organization bears becomes rows that name it', () => {
	const place = { id: id(4), location_type: 'physical' as const, addresses: [] };
	const rows = rowsOf({
		id: id(1),
		name: 'Maison',
		description: '',
		languages: [{ id: id(2), code: 'ar' }],
		phones: [{ id: id(3), number: '115' }],
		locations: [{ ...place, latitude: 50, longitude: 2 }],
		services: [
			{
				id: id(5),
				name: 'Aide',
				status: 'active',
				service_at_locations: [{ id: id(6), location: place }],
				attributes: [{ id: id(7), taxonomy_term: { id: id(8), name: 'a', description: 'b' } }],
			},
		],
	});
	expect(Object.fromEntries(rows)).toEqual({
		organization: [{ id: id(1), name: 'Maison', description: '', languages: [{ id: id(2), code: 'ar' }] }],
		phone: [{ id: id(3), number: '115', organization_id: id(1) }],
		location: [{ id: id(4), location_type: 'physical', latitude: 50, longitude: 2, organization_id: id(1) }],
		service: [{ id: id(5), name: 'Aide', status: 'active', organization_id: id(1) }],
		service_at_location: [{ id: id(6), service_id: id(5), location_id: id(4) }],
		attribute: [
			expect.objectContaining({ id: id(7), link_id: id(5), link_entity: 'service', taxonomy_term_id: id(8) }),
		],
	});
});

test('the package describes each table, with its licence', () => {
	const { resources, licenses } = dataPackage(new Date('2026-11-23'));
	expect(resources.map(({ path }) => path)).toEqual(hsdsTableNames.map(fileOf));
	expect(licenses[0]?.title).toBe('Licence Ouverte 2.0');
});
