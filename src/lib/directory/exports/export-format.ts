/** Whole directories to take away: each format, what its file is. */
export const exportFormats = {
	'data-inclusion-json': { extension: 'json', type: 'application/json' },
	'data-inclusion-csv': { extension: 'zip', type: 'application/zip' },
	'hsds-json': { extension: 'json', type: 'application/json' },
	'hsds-csv': { extension: 'zip', type: 'application/zip' },
	geojson: { extension: 'geojson', type: 'application/geo+json' },
} as const satisfies Record<string, { extension: string; type: string }>;
export type ExportFormat = keyof typeof exportFormats;

export const exportFormatNames = Object.keys(exportFormats) as readonly ExportFormat[];

export const isExportFormat = (name: string): name is ExportFormat => Object.hasOwn(exportFormats, name);

/** `passerelles-hsds-csv-2026-11-23.zip`. */
export const exportFileName = (format: ExportFormat, at: Date): string =>
	`passerelles-${format}-${at.toISOString().slice(0, 10)}.${exportFormats[format].extension}`;

/** Under which licence the directory is given, in each file that can say it. */
export const licence = {
	name: 'Licence Ouverte 2.0',
	url: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
} as const;
