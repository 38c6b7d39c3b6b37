import type { TextKey } from '#lib/texts/catalogue.ts';
import { translate } from '#lib/texts/translator.ts';
import { inPath } from './openapi-parts.ts';

const said = (name: string) => translate(`api.operation.${name}` as TextKey);
const withKey = { security: [{ key: [] }], tags: ['FHIR R4'] };

/** A repeated POST is done once. */
export const idempotencyKey = {
	name: 'Idempotency-Key',
	in: 'header',
	schema: { type: 'string', minLength: 1, maxLength: 255 },
} as const;

const fhir = { 'application/fhir+json': { schema: { type: 'object' } } } as const;
const answered = { description: translate('api.answer'), content: fhir };
const outcome = { description: translate('exchange.outcome'), content: fhir };
const answers = (good: readonly number[], bad: readonly number[]) => ({
	...Object.fromEntries(good.map((status) => [status, answered])),
	...Object.fromEntries(bad.map((status) => [status, outcome])),
});

const parameter = (name: string, of: 'string' | 'integer' | 'boolean' = 'string') => ({
	name,
	in: 'query',
	schema: { type: of },
});

const searched = [
	...['_id', 'status', '_lastUpdated', 'patient', 'for', 'subject', 'owner', 'requester', 'focus', 'code'],
	'_include',
].map((name) => parameter(name));

/** Takes in a resource, or a Bundle of them. */
const taken = (operationId: string) => ({
	...withKey,
	operationId,
	summary: said('fhir-import'),
	parameters: [parameter('source'), parameter('known-as'), parameter('dry-run', 'boolean'), idempotencyKey],
	requestBody: { required: true, content: fhir },
	responses: answers([200, 201, 202], [400, 401, 403, 409, 422]),
});

const read = (operationId: string) => ({
	...withKey,
	operationId,
	summary: said('fhir-read'),
	responses: answers([200], [401, 403, 404]),
});

/** The FHIR door, which tells itself in its own CapabilityStatement (docs/reference/fhir.md). */
export const fhirPaths = {
	'/api/fhir': {
		get: {
			operationId: 'fhir_capabilities',
			tags: ['FHIR R4'],
			summary: said('fhir-capabilities'),
			responses: answers([200], []),
		},
		post: taken('fhir_import'),
	},
	'/api/fhir/Task': {
		get: {
			...withKey,
			operationId: 'fhir_search_tasks',
			summary: said('fhir-search'),
			parameters: [...searched, parameter('_count', 'integer'), parameter('_offset', 'integer')],
			responses: answers([200], [400, 401, 403]),
		},
		post: taken('fhir_import_task'),
	},
	'/api/fhir/Task/{id}': { parameters: [inPath('id')], get: read('fhir_read_task') },
	'/api/fhir/ServiceRequest/{id}': { parameters: [inPath('id')], get: read('fhir_read_request') },
	'/api/fhir/exchange': {
		get: {
			...withKey,
			operationId: 'fhir_exchanges',
			summary: said('fhir-exchanges'),
			responses: {
				200: {
					description: translate('api.answer'),
					content: {
						'application/json': {
							schema: {
								type: 'object',
								properties: { contents: { type: 'array', items: { type: 'object' } } },
							},
						},
					},
				},
				...answers([], [401, 403]),
			},
		},
	},
	'/api/fhir/exchange/{id}': {
		parameters: [inPath('id')],
		post: {
			...withKey,
			operationId: 'fhir_replay_exchange',
			summary: said('fhir-replay'),
			parameters: [idempotencyKey],
			responses: answers([200, 201, 202], [401, 403, 404, 409, 422]),
		},
	},
};
