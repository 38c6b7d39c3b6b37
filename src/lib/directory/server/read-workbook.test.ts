import { expect, test } from 'vitest';
import { placed } from '#lib/testing/mapping-trial.ts';
import { odsOf, type Sheets, xlsxOf, zipped } from '#lib/testing/workbooks.ts';
import type { ReadOptions } from './read-options.ts';
import { readRows, sheetsIn } from './read-rows.ts';

const read = async (name: string, bytes: Uint8Array, options: ReadOptions = {}) =>
	Array.fromAsync(readRows(await placed(name, bytes), options));
const valuesIn = async (name: string, bytes: Uint8Array, options?: ReadOptions) =>
	(await read(name, bytes, options)).map(({ values }) => values);

const book: Sheets = {
	Accueil: [['Classeur de l’Artois']],
	Lieux: [
		['Nom', 'Ville', 'Places'],
		['Maison & Cie', 'Lens', 12],
		[null, null, null],
		['<b>', null, 1.5],
	],
	'Autre feuille': [
		['Code', 'Libellé'],
		['1', 'Un'],
	],
};

test.each([
	['XLSX', 'lieux.xlsx', xlsxOf(book)],
	['ODS', 'lieux.ods', odsOf(book)],
])('%s: the first sheet that holds a table, or the one that is named', async (_, name, bytes) => {
	expect(await valuesIn(name, bytes)).toEqual([
		{ Nom: 'Maison & Cie', Ville: 'Lens', Places: '12' },
		{ Nom: '<b>', Ville: '', Places: '1.5' },
	]);
	expect(await valuesIn(name, bytes, { sheet: ' autre FEUILLE ' })).toEqual([{ Code: '1', Libellé: 'Un' }]);
	expect(await sheetsIn(await placed(name, bytes))).toEqual(Object.keys(book));
	await expect(read(name, bytes, { sheet: 'Absente' })).rejects.toMatchObject({
		status: 422,
		reason: 'mapping.file.no-sheet',
		values: { sheet: 'Absente', known: 'Accueil, Lieux, Autre feuille' },
	});
});

test('lines are those of the sheet; dates, yes and errors are told', async () => {
	const bytes = zipped({
		'xl/workbook.xml': '<workbook><sheets><sheet name="F" sheetId="1" id="r1"/></sheets></workbook>',
		'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="r1" Target="/xl/f.xml"/></Relationships>',
		'xl/styles.xml':
			'<styleSheet><numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="20"/></cellXfs></styleSheet>',
		'xl/f.xml': `<worksheet><sheetData>
			<row r="2"><c r="A2" t="inlineStr"><is><t>Jour</t></is></c><c r="B2" t="str"><v>Heure</v></c><c r="C2" t="str"><v>Ouvert</v></c><c r="D2" t="str"><v>Calcul</v></c></row>
			<row r="5"><c r="A5" s="1"><v>46296</v></c><c r="B5" s="2"><v>0.395833333333</v></c><c r="C5" t="b"><v>1</v></c><c r="D5" t="e"><v>#REF!</v></c></row>
		</sheetData></worksheet>`,
	});
	expect(await read('jours.xlsx', bytes)).toEqual([
		{ line: 5, values: { Jour: '2026-10-01', Heure: '09:30', Ouvert: 'true', Calcul: '' } },
	]);
});

test.each([
	['an archive that is no workbook', zipped({ 'photo.txt': 'x' })],
	['a workbook cut short', xlsxOf(book).slice(0, 900)],
	['a sheet that is not well formed', zipped({ 'content.xml': '<a><b></a>' })],
	['entities of its own', zipped({ 'content.xml': '<!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>' })],
])('%s is refused', async (_, bytes) => {
	await expect(read('x.xlsx', bytes)).rejects.toMatchObject({ reason: 'mapping.file.workbook-broken' });
});

test('a repeated cell of an ODS sheet is told as often, blanks only when something follows', async () => {
	const cell = (text: string, times = 1) =>
		`<table-cell number-columns-repeated="${times}">${text && `<p>${text}</p>`}</table-cell>`;
	const row = (cells: string, times = 1) => `<table-row number-rows-repeated="${times}">${cells}</table-row>`;
	const bytes = zipped({
		'content.xml': `<body><table name="F">${row(`${cell('a')}${cell('b')}${cell('c')}${cell('', 16_000)}`)}${row(
			cell('x', 3),
			2,
		)}${row(cell('', 16_000), 1_048_000)}</table></body>`,
	});
	expect(await read('f.ods', bytes)).toEqual([
		{ line: 2, values: { a: 'x', b: 'x', c: 'x' } },
		{ line: 3, values: { a: 'x', b: 'x', c: 'x' } },
	]);
});
