import type { Work } from '#lib/server/act.ts';
import type { ExportFormat } from '../export-format.ts';
import { exportDataInclusionCsv, exportDataInclusionJson } from './export-data-inclusion.ts';
import { exportGeojson } from './export-geojson.ts';
import { exportHsdsCsv, exportHsdsJson } from './export-hsds.ts';

const writers = {
	'data-inclusion-json': exportDataInclusionJson,
	'data-inclusion-csv': exportDataInclusionCsv,
	'hsds-json': exportHsdsJson,
	'hsds-csv': exportHsdsCsv,
	geojson: (work) => exportGeojson(work, { structures: {}, services: {} }),
} as const satisfies Record<ExportFormat, (work: Work, now: Date) => AsyncGenerator<Uint8Array>>;

/**
 * The whole published directory in a format, piece by piece: a page of the database at a time, so that memory stays
 * flat. `work` is nobody's in particular: what is confidential is not even read.
 */
export const exportDirectory = (format: ExportFormat, work: Work, now: Date): AsyncGenerator<Uint8Array> =>
	writers[format](work, now);
