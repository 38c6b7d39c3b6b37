import type { TextKey } from '#lib/texts/catalogue.ts';
import { translate } from '#lib/texts/translator.ts';
import { profileSchemas } from './hsds-profile.ts';

type Kind = keyof typeof profileSchemas;
type Parameter = keyof typeof parameters;

const text = { type: 'string' } as const;
const uuid = { type: 'string', format: 'uuid' } as const;
const yesOrNo = { type: 'boolean', default: false } as const;

/** Every parameter, once. */
const parameters = {
	search: text,
	page: { type: 'integer', minimum: 1, default: 1 },
	per_page: { type: 'integer', minimum: 1, maximum: 100, default: 50 },
	format: { type: 'string', enum: ['json', 'ndjson'], default: 'json' },
	taxonomy_term_id: uuid,
	taxonomy_id: uuid,
	organization_id: uuid,
	parent_id: uuid,
	modified_after: { type: 'string', format: 'date-time' },
	minimal: yesOrNo,
	full: yesOrNo,
	full_service: yesOrNo,
	top_only: yesOrNo,
	postcode: { type: 'string', pattern: '^\\d{5}$' },
	proximity: { type: 'integer', minimum: 0 },
} as const;

const paged = ['search', 'page', 'per_page', 'format'] as const;
const borne = ['taxonomy_term_id', 'taxonomy_id'] as const;
const served = [...borne, 'organization_id', 'modified_after'] as const;

interface Resource {
	readonly path: string;
	readonly kind: Kind;
	readonly required?: true;
	readonly list: readonly Parameter[];
	readonly one?: readonly Parameter[];
}

const resources: readonly Resource[] = [
	{ path: 'services', kind: 'service', required: true, list: [...paged, ...served, 'minimal', 'full'] },
	{
		path: 'organizations',
		kind: 'organization',
		list: [...paged, ...borne, 'full', 'full_service'],
		one: ['full_service'],
	},
	{
		path: 'service_at_locations',
		kind: 'service_at_location',
		list: [...paged, ...served, 'full', 'postcode', 'proximity'],
	},
	{ path: 'taxonomies', kind: 'taxonomy', list: paged },
	{ path: 'taxonomy_terms', kind: 'taxonomy_term', list: [...paged, 'taxonomy_id', 'parent_id', 'top_only'] },
];

/** What this API answers, in OpenAPI 3.1. `base`: its public address. */
export const hsdsOpenApi = (base: string) => ({
	openapi: '3.1.0',
	info: {
		title: translate('api.hsds.title'),
		description: translate('api.hsds.about'),
		version: '3.1',
		license: { name: 'Licence Ouverte 2.0', url: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/' },
	},
	servers: [{ url: base }],
	tags: [{ name: 'Required' }, { name: 'Optional' }],
	paths: {
		'/': { get: { operationId: 'getApiDetails', tags: ['Required'], responses: answers(details) } },
		...Object.fromEntries(resources.flatMap(pathsOf)),
	},
	components: {
		parameters: Object.fromEntries(
			Object.entries(parameters).map(([name, schema]) => [
				name,
				{ name, in: 'query', schema, description: translate(`api.hsds.parameter.${name}` as TextKey) },
			]),
		),
		schemas: {
			...Object.fromEntries(Object.entries(profileSchemas).map(([kind, schemaOf]) => [kind, schemaOf()])),
			problem,
		},
	},
});

const ref = (kind: Kind) => ({ $ref: `#/components/schemas/${kind}` });

function pathsOf({ path, kind, required, list, one = [] }: Resource): (readonly [string, object])[] {
	const tags = [required ? 'Required' : 'Optional'];
	const responses = answers(pageOf(ref(kind)), ref(kind));
	const taken = (names: readonly Parameter[]) =>
		names.map((name) => ({ $ref: `#/components/parameters/${name}` }));
	const body = {
		type: 'object',
		properties: Object.fromEntries(list.map((name) => [name, parameters[name]])),
		additionalProperties: false,
	};
	const id = { name: 'id', in: 'path', required: true, schema: uuid };
	return [
		[
			`/${path}`,
			{
				get: { operationId: `list_${path}`, tags, parameters: taken(list), responses },
				post: {
					operationId: `search_${path}`,
					tags: ['Optional'],
					requestBody: { content: { 'application/json': { schema: body } } },
					responses,
				},
			},
		],
		[
			`/${path}/{id}`,
			{
				get: {
					operationId: `get_${kind}`,
					tags,
					parameters: [id, ...taken(one)],
					responses: { ...answers(ref(kind)), 404: problemAnswer },
				},
			},
		],
	];
}

const pageOf = (items: object) => ({
	type: 'object',
	required: [
		'total_items',
		'total_pages',
		'page_number',
		'size',
		'first_page',
		'last_page',
		'empty',
		'contents',
	],
	properties: {
		total_items: { type: 'integer' },
		total_pages: { type: 'integer' },
		page_number: { type: 'integer' },
		size: { type: 'integer' },
		first_page: { type: 'boolean' },
		last_page: { type: 'boolean' },
		empty: { type: 'boolean' },
		contents: { type: 'array', items },
	},
});

const uri = { type: 'string', format: 'uri' } as const;
const details = {
	type: 'object',
	required: ['version', 'profile', 'openapi_url'],
	properties: { version: text, profile: uri, openapi_url: uri },
};

const problem = {
	type: 'object',
	required: ['type', 'title', 'status', 'code', 'detail'],
	properties: {
		type: text,
		title: text,
		status: { type: 'integer' },
		code: text,
		detail: text,
		parameters: {
			type: 'array',
			items: { type: 'object', required: ['name', 'detail'], properties: { name: text, detail: text } },
		},
	},
};

const problemAnswer = {
	description: translate('api.hsds.answer.problem'),
	content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/problem' } } },
};

const answers = (schema: object, line?: object) => ({
	200: {
		description: translate('api.hsds.answer'),
		content: {
			'application/json': { schema },
			...(line && { 'application/x-ndjson': { schema: line } }),
		},
	},
	400: problemAnswer,
});
