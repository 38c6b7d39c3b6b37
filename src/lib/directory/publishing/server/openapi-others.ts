import { z } from 'zod';
import type { TextKey } from '#lib/texts/catalogue.ts';
import { translate } from '#lib/texts/translator.ts';
import { exportFormatNames, exportFormats } from '../../exports/export-format.ts';
import { hsdsOpenApi } from '../../formats/hsds-openapi.ts';
import { followedEvents, NewWebhook, toldEvents, type WebhookEvent } from '../../webhooks/webhook.ts';
import { idempotencyKey } from './openapi-fhir.ts';
import { inPath, kept, problems, schemaRef, written } from './openapi-parts.ts';

export const exportListSchema = z.object({
	licence: z.object({ name: z.string(), url: z.url() }),
	attribution: z.string(),
	exports: z.array(
		z.object({
			format: z.enum(exportFormatNames),
			title: z.string(),
			url: z.url(),
			media_type: z.string(),
			structures: z.int().min(0),
			services: z.int().min(0),
			modified: z.iso.datetime().nullable(),
		}),
	),
});

const said = (name: string) => translate(`api.operation.${name}` as TextKey);
const binary = { type: 'string', format: 'binary' } as const;

export const exportPaths = {
	'/api/exports': {
		get: {
			operationId: 'exports',
			tags: ['Exports'],
			summary: said('exports'),
			responses: { ...kept({ 'application/json': { schema: schemaRef('exports') } }), ...problems() },
		},
	},
	'/api/exports/{format}': {
		get: {
			operationId: 'export',
			tags: ['Exports'],
			summary: said('export'),
			parameters: [{ ...inPath('format'), schema: { type: 'string', enum: exportFormatNames } }],
			responses: {
				...kept(
					Object.fromEntries(
						Object.values(exportFormats).map(({ type }) => [
							type,
							{ schema: type === 'application/zip' ? binary : {} },
						]),
					),
				),
				...problems(404, 503),
			},
		},
	},
};

const id = { type: 'string', format: 'uuid' } as const;
const webhook = {
	type: 'object',
	required: ['id', 'url', 'events'],
	properties: {
		id,
		url: { type: 'string', format: 'uri' },
		events: { type: 'array', items: { enum: [...toldEvents, ...followedEvents] } },
	},
} as const;
const withKey = { security: [{ key: [] }], tags: ['Webhooks'] };
const answer = (status: number, schema?: object) => ({
	[status]: {
		description: translate('api.answer'),
		...(schema && { content: { 'application/json': { schema } } }),
	},
});

export const webhookPaths = {
	'/api/webhooks': {
		get: {
			...withKey,
			operationId: 'webhooks',
			summary: said('webhooks'),
			responses: {
				...answer(200, {
					type: 'object',
					required: ['contents'],
					properties: { contents: { type: 'array', items: webhook } },
				}),
				...problems(401, 403),
			},
		},
		post: {
			...withKey,
			operationId: 'add_webhook',
			summary: said('add-webhook'),
			parameters: [idempotencyKey],
			requestBody: { required: true, content: { 'application/json': { schema: written(NewWebhook) } } },
			responses: {
				...answer(201, {
					type: 'object',
					required: ['url', 'events', 'secret'],
					properties: { ...webhook.properties, secret: { type: 'string' } },
				}),
				...problems(401, 403, 409, 422),
			},
		},
	},
	'/api/webhooks/{id}': {
		parameters: [inPath('id')],
		get: {
			...withKey,
			operationId: 'webhook',
			summary: said('webhook'),
			responses: { ...answer(200, webhook), ...problems(401, 403, 404) },
		},
		delete: {
			...withKey,
			operationId: 'remove_webhook',
			summary: said('remove-webhook'),
			responses: { ...answer(204), ...problems(401, 403, 404) },
		},
	},
	'/api/webhooks/{id}/deliveries/{delivery}': {
		parameters: [inPath('id'), inPath('delivery')],
		post: {
			...withKey,
			operationId: 'replay_delivery',
			summary: said('replay-delivery'),
			parameters: [idempotencyKey],
			responses: { ...answer(202), ...problems(401, 403, 404, 409, 422) },
		},
	},
};

/** What is sent of an event to whoever asked to be told (Standard Webhooks). */
export const toldOf = (event: WebhookEvent, data: object) => ({
	post: {
		operationId: `told_${event.replaceAll(/[.-]/g, '_')}`,
		summary: translate(`keys.event.${event}`),
		parameters: ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => ({
			name,
			in: 'header',
			required: true,
			schema: { type: 'string' },
		})),
		requestBody: {
			content: {
				'application/json': {
					schema: {
						type: 'object',
						required: ['id', 'type', 'timestamp', 'subject', 'data'],
						properties: {
							id,
							type: { const: event },
							timestamp: { type: 'string', format: 'date-time' },
							subject: id,
							data,
						},
					},
				},
			},
		},
		responses: { 204: { description: translate('api.answer.received') } },
	},
});

export const toldToWebhooks = Object.fromEntries(
	toldEvents.map((event) => [event, toldOf(event, { type: 'object' })]),
);

const hsdsBase = '/api/hsds/v3';

/** The HSDS API tells itself; its objects take a name of their own here. */
export function hsdsParts() {
	const told = JSON.stringify(hsdsOpenApi(hsdsBase)).replaceAll(
		/#\/components\/(schemas|parameters)\/(?!problem")/g,
		'$&hsds_',
	);
	const { paths, components }: HsdsDocument = JSON.parse(told);
	const { problem: _, ...schemas } = components.schemas;
	return {
		paths: {
			...Object.fromEntries(
				Object.entries(paths).map(([path, one]) => [hsdsBase + path.replace(/^\/$/, ''), summed(one)]),
			),
			...Object.fromEntries((['openapi', 'profile'] as const).map(hsdsDescription)),
		},
		schemas: renamed(schemas),
		parameters: renamed(components.parameters),
	};
}

const hsdsTags = ['HSDS 3.1'];

const hsdsDescription = (name: 'openapi' | 'profile') => [
	`${hsdsBase}/${name}.json`,
	{
		get: {
			operationId: `hsds_${name}`,
			tags: hsdsTags,
			summary: said(`hsds-${name}`),
			responses: kept({ 'application/json': {} }),
		},
	},
];

/** What is read says what it is; a list asked by POST is the same. */
const summed = ({ get, post }: HsdsDocument['paths'][string]) => ({
	get: { ...get, tags: hsdsTags, summary: said(`hsds.${get.operationId}`) },
	...(post && { post: { ...post, tags: hsdsTags } }),
});

interface HsdsDocument {
	readonly paths: Readonly<
		Record<string, { readonly get: { readonly operationId: string }; readonly post?: object }>
	>;
	readonly components: Readonly<Record<'schemas' | 'parameters', Readonly<Record<string, object>>>>;
}

const renamed = (told: Readonly<Record<string, object>>) =>
	Object.fromEntries(
		Object.entries(told).map(([name, { $schema: _, ...one }]: [string, { $schema?: string }]) => [
			`hsds_${name}`,
			one,
		]),
	);
