import { expect, test } from 'vitest';
import { mappingFrom, placed, tried } from '#lib/testing/mapping-trial.ts';
import { odsOf, xlsxOf } from '#lib/testing/workbooks.ts';
import { translate } from '#lib/texts/translator.ts';

const rows = [
	['Code', 'Nom', 'Commune'],
	['1', 'Maison A', 'Lens'],
	['2', 'Maison B', 'Arras'],
];
const objects = [
	{ Code: '1', Nom: 'Maison A', Commune: 'Lens' },
	{ Code: '2', Nom: 'Maison B', Commune: 'Arras' },
];
const mapping = (structure: object, more: object = {}) =>
	mappingFrom({
		version: 1,
		name: 'Essai',
		source: 'essai',
		structure: { id: 'Code', nom: 'Nom', ...structure },
		...more,
	});

const tables = [
	['CSV', 'a.csv', rows.map((row) => row.join(';')).join('\n')],
	['XLSX', 'a.xlsx', xlsxOf({ F: rows })],
	['ODS', 'a.ods', odsOf({ F: rows })],
] as const;
const documents = [
	['JSON', 'a.json', JSON.stringify(objects)],
	['a line of JSON each', 'a.ndjson', objects.map((one) => JSON.stringify(one)).join('\n')],
] as const;

test.each(tables)(
	'%s: a column that is not there is refused before anything, with the one meant',
	async (_, name, content) => {
		const path = await placed(name, content);
		await expect(tried(mapping({ commune: 'Comune', telephone: 'Tél' }), path)).rejects.toMatchObject({
			status: 422,
			reason: 'mapping.file.no-column',
			values: { columns: '« Comune », « Tél »', near: '« Commune »' },
		});
		const told = translate('mapping.file.no-column', {
			file: name,
			count: 1,
			columns: '« Comune »',
			near: '« Commune »',
		});
		expect(told).toContain('« Commune »');
		const { organisations } = await tried(mapping({ telephone: { column: 'Tél', optional: true } }), path);
		expect(organisations).toHaveLength(2);
	},
);

test.each(documents)(
	'%s: a member that no object has is told, and the rest enters',
	async (_, name, content) => {
		const { organisations, notices } = await tried(
			mapping({ commune: 'Comune' }),
			await placed(name, content),
		);
		expect(organisations).toHaveLength(2);
		expect(notices).toMatchObject([{ field: 'Comune', problem: expect.stringContaining('« Commune »') }]);
	},
);

test.each([
	[
		'CSV',
		'g.csv',
		'Code;Nom;Thème\n1;Maison A;Logement\n2;Maison B;Santé\n1;Maison A;Emploi\n;Maison C;\n;Maison D;\n',
	],
	[
		'XLSX',
		'g.xlsx',
		xlsxOf({
			F: [
				['Code', 'Nom', 'Thème'],
				['1', 'Maison A', 'Logement'],
				['2', 'Maison B', 'Santé'],
				['1', 'Maison A', 'Emploi'],
				[null, 'Maison C', null],
				[null, 'Maison D', null],
			],
		}),
	],
])('%s: rows of one code are one; without a code each is its own', async (_, name, content) => {
	const told = {
		id: ['Code', 'Nom'],
		nom: 'Nom',
		description: { column: 'Thème', steps: [{ join: ' et ' }] },
	};
	const { organisations, rows: lines } = await tried(
		mapping(told, { group: 'Code' }),
		await placed(name, content),
	);
	expect(lines).toBe(5);
	expect(organisations.map(({ name: own, description }) => [own, description])).toEqual([
		['Maison B', 'Santé'],
		['Maison A', 'Logement et Emploi'],
		['Maison C', null],
		['Maison D', null],
	]);
});
