import { strToU8, zipSync } from 'fflate';
import { type Cell, linesOf, type Table, xmlText } from './table.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
const kind = 'application/vnd.oasis.opendocument.spreadsheet';
const ns = (name: string): string => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`;

/** A spreadsheet of one table, its header in bold (OpenDocument 1.3); its kind comes first, stored as it is. */
export const writeOds = (table: Table): Uint8Array<ArrayBuffer> =>
	zipSync({
		mimetype: [strToU8(kind), { level: 0 }],
		'META-INF/manifest.xml': strToU8(declaration + manifest),
		'content.xml': strToU8(declaration + contentOf(table)),
	});

const manifest = `<manifest:manifest ${ns('manifest')} manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${kind}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`;

const styles = `<office:automatic-styles><style:style style:name="h" style:family="table-cell"><style:text-properties fo:font-weight="bold"/></style:style><style:style style:name="c" style:family="table-column"><style:table-column-properties style:column-width="5cm"/></style:style></office:automatic-styles>`;

function contentOf(table: Table): string {
	const names = ['office', 'table', 'text', 'style'].map(ns).join(' ');
	const compatible = 'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"';
	const rows = linesOf(table).map(
		(line, at) => `<table:table-row>${line.map((cell) => cellOf(cell, at === 0)).join('')}</table:table-row>`,
	);
	const columns = `<table:table-column table:style-name="c" table:number-columns-repeated="${table.columns.length}"/>`;
	return `<office:document-content ${names} ${compatible} office:version="1.3">${styles}<office:body><office:spreadsheet><table:table table:name="${xmlText(table.name)}">${columns}${rows.join('')}</table:table></office:spreadsheet></office:body></office:document-content>`;
}

function cellOf(cell: Cell, isHeader: boolean): string {
	if (cell === null || cell === '') return '<table:table-cell/>';
	if (typeof cell === 'number')
		return `<table:table-cell office:value-type="float" office:value="${cell}"><text:p>${cell}</text:p></table:table-cell>`;
	const paragraphs = cell.split('\n').map((line) => `<text:p>${spaced(xmlText(line))}</text:p>`);
	return `<table:table-cell office:value-type="string"${isHeader ? ' table:style-name="h"' : ''}>${paragraphs.join('')}</table:table-cell>`;
}

/** Runs of spaces are told apart: readers fold plain ones. */
const spaced = (text: string): string =>
	text.replace(/ {2,}|^ | $/g, (run) => '<text:s/>'.repeat(run.length));
