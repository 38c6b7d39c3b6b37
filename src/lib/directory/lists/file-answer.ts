import { type ExportFormat, exportFormats } from './exported-list.ts';
import type { Table } from './table.ts';
import { writeCsv } from './write-csv.ts';
import { writeOds } from './write-ods.ts';
import { writeXlsx } from './write-xlsx.ts';

const kinds = {
	csv: { type: 'text/csv; charset=utf-8', write: writeCsv },
	xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: writeXlsx },
	ods: { type: 'application/vnd.oasis.opendocument.spreadsheet', write: writeOds },
} as const satisfies Record<ExportFormat, { type: string; write: (table: Table) => Uint8Array<ArrayBuffer> }>;

/** The format asked for; CSV when it is none that is written. */
export const formatOf = (params: URLSearchParams): ExportFormat =>
	exportFormats.find((format) => format === params.get('format')) ?? 'csv';

/** A table as a file to keep, named in ASCII: `passerelles-2026-11-23.csv`. */
export const fileAnswer = (table: Table, format: ExportFormat, at: Date): Response =>
	new Response(kinds[format].write(table), {
		headers: {
			'content-type': kinds[format].type,
			'content-disposition': `attachment; filename="passerelles-${at.toISOString().slice(0, 10)}.${format}"`,
			'x-robots-tag': 'noindex',
		},
	});
