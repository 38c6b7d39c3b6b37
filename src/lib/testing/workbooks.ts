import { strToU8, zipSync } from 'fflate';

/** A cell: a text, a number, or a number shown as a date. */
export type SheetCell = string | number | null | { readonly serial: number };
export type Sheets = Readonly<Record<string, readonly (readonly SheetCell[])[]>>;

/** An XLSX workbook as spreadsheets write them: texts shared, dates as serial numbers. */
export function xlsxOf(sheets: Sheets): Uint8Array<ArrayBuffer> {
	const texts: string[] = [];
	const names = Object.keys(sheets);
	const parts: Record<string, string> = {
		'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${names.map((name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`,
		'xl/_rels/workbook.xml.rels': `<Relationships>${names.map((_, at) => `<Relationship Id="rId${at + 1}" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}</Relationships>`,
		'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
	};
	for (const [at, rows] of Object.values(sheets).entries())
		parts[`xl/worksheets/sheet${at + 1}.xml`] = sheetOf(rows, texts);
	const shared = texts.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('');
	parts['xl/sharedStrings.xml'] = `<sst>${shared}</sst>`;
	return zipped(parts);
}

function sheetOf(rows: readonly (readonly SheetCell[])[], texts: string[]): string {
	const lines = rows.map((row, at) => {
		const cells = row.map((cell, rank) => cellOf(cell, `${letters(rank)}${at + 1}`, texts));
		return `<row r="${at + 1}">${cells.join('')}</row>`;
	});
	return `<worksheet><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

function cellOf(cell: SheetCell, place: string, texts: string[]): string {
	if (cell === null) return '';
	if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
	if (typeof cell === 'object') return `<c r="${place}" s="1"><v>${cell.serial}</v></c>`;
	return `<c r="${place}" t="s"><v>${texts.push(cell) - 1}</v></c>`;
}

const letters = (rank: number): string =>
	rank < 26 ? String.fromCharCode(65 + rank) : `${letters(Math.floor(rank / 26) - 1)}${letters(rank % 26)}`;

/** An ODS workbook of texts and numbers. */
export function odsOf(sheets: Sheets): Uint8Array<ArrayBuffer> {
	const tables = Object.entries(sheets).map(([name, rows]) => {
		const lines = rows.map((row) => `<table:table-row>${row.map(odsCell).join('')}</table:table-row>`);
		return `<table:table table:name="${escaped(name)}">${lines.join('')}</table:table>`;
	});
	const content = `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>${tables.join('')}</office:spreadsheet></office:body></office:document-content>`;
	return zipped({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': content });
}

function odsCell(cell: SheetCell): string {
	if (cell === null || typeof cell === 'object') return '<table:table-cell/>';
	if (typeof cell === 'number')
		return `<table:table-cell office:value-type="float" office:value="${cell}"><text:p>${cell}</text:p></table:table-cell>`;
	return `<table:table-cell office:value-type="string"><text:p>${escaped(cell)}</text:p></table:table-cell>`;
}

/** An archive of texts. */
export const zipped = (parts: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> =>
	zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));

const escaped = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
