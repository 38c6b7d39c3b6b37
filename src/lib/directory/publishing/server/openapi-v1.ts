import type { z } from 'zod';
import type { TextKey } from '#lib/texts/catalogue.ts';
import { translate } from '#lib/texts/translator.ts';
import * as told from '../di-schemas.ts';
import {
	searchParameters,
	serviceFilters,
	serviceParameters,
	structureFilters,
	structureParameters,
} from './di-parameters.ts';
import { inPath, kept, problems, queryOf, schemaRef, written } from './openapi-parts.ts';

/** The objects that `/api/v1` answers, by the name of each. */
export const diSchemas = {
	structure: told.listedStructure,
	structure_detaillee: told.detailedStructure,
	service: told.toldService,
	service_detaille: told.detailedService,
	service_trouve: told.foundService,
	source: told.source,
} as const satisfies Record<string, z.ZodType>;

const { items: _, ...pageProperties } = written(told.pageOf(told.source)).properties as Record<
	string,
	object
>;
const pageOf = (name: string) => ({
	type: 'object',
	required: ['items', ...Object.keys(pageProperties)],
	properties: { items: { type: 'array', items: schemaRef(name) }, ...pageProperties },
});

const json = (schema: object) => ({ 'application/json': { schema } });
const geojson = {
	'application/geo+json': {
		schema: {
			type: 'object',
			required: ['type', 'features'],
			properties: {
				type: { const: 'FeatureCollection' },
				features: { type: 'array', items: schemaRef('feature') },
			},
		},
	},
};

export const featureSchema = {
	type: 'object',
	required: ['type', 'id', 'geometry', 'properties'],
	properties: {
		type: { const: 'Feature' },
		id: { type: 'string' },
		geometry: {
			anyOf: [
				{ type: 'null' },
				{
					type: 'object',
					required: ['type', 'coordinates'],
					properties: { type: { enum: ['Point', 'MultiPoint'] }, coordinates: { type: 'array' } },
				},
			],
		},
		properties: {
			type: 'object',
			required: ['objet'],
			properties: { objet: { enum: ['structure', 'service'] } },
		},
	},
} as const;

/** Addresses that answer `GET`, in the order in which one discovers them. */
export const diPaths: Readonly<Record<string, object>> = {
	'/api/v1/structures': get('structures', pageOf('structure'), { query: structureParameters }),
	'/api/v1/structures/{id}': get('structure', schemaRef('structure_detaillee'), { id: true }),
	'/api/v1/structures.geojson': get('structures-geojson', geojson, {
		query: structureFilters,
		streamed: true,
	}),
	'/api/v1/services': get('services', pageOf('service'), { query: serviceParameters }),
	'/api/v1/services/{id}': get('service', schemaRef('service_detaille'), { id: true }),
	'/api/v1/services.geojson': get('services-geojson', geojson, { query: serviceFilters, streamed: true }),
	'/api/v1/search/services': get('search', pageOf('service_trouve'), {
		query: searchParameters,
		missing: true,
	}),
	'/api/v1/sources': get('sources', { type: 'array', items: schemaRef('source') }, {}),
};

interface Asking {
	readonly query?: z.ZodType;
	/** Whether its address ends with the identifier of an entry. */
	readonly id?: true;
	readonly missing?: true;
	/** Sent as it is read, without an ETag. */
	readonly streamed?: true;
}

function get(name: string, answer: object, { query, id, missing, streamed }: Asking) {
	const { 304: known, ...sent } = kept(streamed ? (answer as Record<string, object>) : json(answer));
	return {
		get: {
			operationId: `di_${name.replaceAll('-', '_')}`,
			tags: ['data·inclusion'],
			summary: translate(`api.operation.${name}` as TextKey),
			parameters: [...(id ? [inPath('id')] : []), ...(query ? queryOf(query) : [])],
			responses: {
				...sent,
				...(!streamed && { 304: known }),
				...problems(...(query ? ([400] as const) : []), ...(id || missing ? ([404] as const) : [])),
			},
		},
	};
}
