import { expect, test } from 'vitest';
import { csvOf } from '#lib/testing/situations.ts';
import { odsOf, xlsxOf } from '#lib/testing/workbooks.ts';
import { guessFields } from '../guess-fields.ts';
import { sampleTable } from '../sample.ts';
import { readSituationTable } from './read-table.ts';
import { sampleFile } from './sample-file.ts';

const read = (bytes: Uint8Array | string, name = 'tableau.csv') =>
	readSituationTable({ name, bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes });
const cellsOf = async (bytes: Uint8Array | string) => (await read(bytes)).lines.map(({ cells }) => cells);

test('the same table is read from CSV, Excel and LibreOffice, whatever its signs and separators', async () => {
	const rows = [
		['Prénom', 'Ouverture'],
		['Zoé', '02/10/2026'],
		['Inès', '03/10/2026'],
	];
	const said = rows.slice(1);
	expect(await cellsOf(csvOf(rows))).toEqual(said);
	expect(await cellsOf('Prénom,Ouverture\nZoé,02/10/2026\nInès,03/10/2026\n')).toEqual(said);
	expect(
		await cellsOf(Buffer.from('Prénom;Ouverture\r\nZoé;02/10/2026\r\nInès;03/10/2026\r\n', 'latin1')),
	).toEqual(said);
	expect(await cellsOf(xlsxOf({ Suivi: rows }))).toEqual(said);
	expect(await cellsOf(odsOf({ Suivi: rows }))).toEqual(said);
	expect(
		await cellsOf(
			xlsxOf({
				Suivi: [
					['Prénom', 'Ouverture'],
					['Zoé', { serial: 46297 }],
				],
			}),
		),
	).toEqual([['Zoé', '2026-10-02']]);
});

test('lines keep the number that her spreadsheet gives them, and empty columns are left aside', async () => {
	const table = await read('Prénom;Ville;;\nZoé;Lens;;\n;;;\nInès;;;\n');
	expect(table.columns).toEqual(['Prénom', 'Ville']);
	expect(table.lines.map(({ line }) => line)).toEqual([2, 4]);
});

test('a line whose cells slid is told', async () => {
	const table = await read('Prénom;Ville\nZoé;Lens\nInès;vit à Lens;chez sa sœur\n');
	expect(table.lines.map(({ slid }) => slid)).toEqual([false, true]);
});

test('a social security number is not kept, even as the number of a workbook', async () => {
	const rows = [
		['Prénom', 'Numéro'],
		['Zoé', 2850175123456],
		['Inès', 12],
	] as const;
	const { lines } = await read(xlsxOf({ Suivi: rows }), 'suivi.xlsx');
	expect(lines.map(({ cells, nir }) => [cells, nir])).toEqual([
		[['Zoé', ''], true],
		[['Inès', '12'], false],
	]);
});

test('too much, too long, or no table at all: a sentence', async () => {
	const lines = (count: number) =>
		csvOf([['Prénom', 'Ville'], ...Array.from({ length: count }, () => ['Zoé', 'Lens'])]);
	expect((await read(lines(500))).lines).toHaveLength(500);
	await expect(read(lines(501))).rejects.toMatchObject({ reason: 'situations.too-many-lines' });
	await expect(read('x'.repeat(2 * 1024 ** 2 + 1))).rejects.toMatchObject({
		status: 413,
		reason: 'situations.too-big',
	});
	const swollen = xlsxOf({
		Suivi: [['Prénom', 'Ville'], ...Array.from({ length: 60 }, () => ['a'.repeat(90_000), 'Lens'])],
	});
	await expect(read(swollen)).rejects.toMatchObject({ reason: 'situations.too-big' });
	await expect(read('')).rejects.toMatchObject({ reason: 'situations.no-file' });
	await expect(read('[{ "prénom": "Zoé" }]')).rejects.toMatchObject({ reason: 'situations.not-a-table' });
	await expect(read('%PDF-1.7 abc')).rejects.toMatchObject({ status: 422 });
	await expect(read(Buffer.from('PK\u0003\u0004broken'))).rejects.toMatchObject({ status: 422 });
});

test('the sample that is offered is read whole, under its title, and all its columns are recognised', async () => {
	const { columns, lines } = await read(sampleFile('2026-11-23'));
	expect(guessFields(columns)).not.toContain(null);
	expect(lines).toHaveLength(sampleTable('2026-11-23').length - 2);
	expect(sampleFile('2026-11-23')).toContain('inventées');
});
