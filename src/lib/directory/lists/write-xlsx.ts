import { strToU8, zipSync } from 'fflate';
import { type Cell, linesOf, type Table, xmlText } from './table.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const links = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const typed = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A workbook of one sheet, its header in bold and kept in sight (ECMA-376). Texts are never formulas. */
export const writeXlsx = (table: Table): Uint8Array<ArrayBuffer> => {
	const parts: Record<string, string> = {
		'[Content_Types].xml': `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${typed}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${typed}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${typed}.styles+xml"/></Types>`,
		'_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
		'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${links}"><sheets><sheet name="${xmlText(sheetName(table.name))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		'xl/_rels/workbook.xml.rels': relations([
			['worksheet', 'worksheets/sheet1.xml'],
			['styles', 'styles.xml'],
		]),
		'xl/styles.xml': styles,
		'xl/worksheets/sheet1.xml': sheetOf(table),
	};
	return zipSync(
		Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(declaration + xml)])),
	);
};

const relations = (targets: readonly (readonly [kind: string, target: string])[]): string =>
	`<Relationships xmlns="${packaged}/relationships">${targets
		.map(
			([kind, target], at) => `<Relationship Id="rId${at + 1}" Type="${links}/${kind}" Target="${target}"/>`,
		)
		.join('')}</Relationships>`;

const styles = `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/></cellXfs></styleSheet>`;

function sheetOf(table: Table): string {
	const rows = linesOf(table).map(
		(line, at) => `<row r="${at + 1}">${line.map((cell) => cellOf(cell, at === 0)).join('')}</row>`,
	);
	const width = `<cols><col min="1" max="${table.columns.length}" width="24" customWidth="1"/></cols>`;
	const frozen =
		'<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
	return `<worksheet xmlns="${main}">${frozen}${width}<sheetData>${rows.join('')}</sheetData></worksheet>`;
}

function cellOf(cell: Cell, isHeader: boolean): string {
	if (cell === null || cell === '') return '<c/>';
	if (typeof cell === 'number') return `<c><v>${cell}</v></c>`;
	const text = xmlText(cell.slice(0, longestCell));
	return `<c t="inlineStr"${isHeader ? ' s="1"' : ''}><is><t xml:space="preserve">${text}</t></is></c>`;
}

/** What a cell of a workbook can hold. */
const longestCell = 32_767;

/** A sheet's name is at most 31 characters, without those of references. */
const sheetName = (name: string): string => name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31);
