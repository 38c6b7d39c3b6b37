import { translate } from '#lib/texts/translator.ts';
import { licence } from './export-format.ts';
import { columnsOf, fileOf, hsdsTableNames } from './hsds-tables.ts';

const numbers = new Set([
	...['latitude', 'longitude', 'minimum_age', 'maximum_age', 'amount', 'available', 'maximum', 'interval'],
	...[
		'count',
		'timezone',
		'extension',
		'year_incorporated',
		'weekly_hours',
		'weeks',
		'response_days',
		'capacity',
	],
]);

/** What describes the tables: a Tabular Data Package of Frictionless. */
export const dataPackage = (at: Date) => ({
	profile: 'tabular-data-package',
	name: 'passerelles-hsds',
	title: translate('api.hsds.title'),
	version: '3.1',
	created: at.toISOString(),
	licenses: [{ title: licence.name, path: licence.url }],
	resources: hsdsTableNames.map((table) => ({
		profile: 'tabular-data-resource',
		name: table,
		path: fileOf(table),
		format: 'csv',
		mediatype: 'text/csv',
		encoding: 'utf-8',
		schema: {
			primaryKey: 'id',
			fields: columnsOf(table).map((name) => ({
				name,
				type: numbers.has(name) ? 'number' : 'string',
			})),
		},
	})),
});
