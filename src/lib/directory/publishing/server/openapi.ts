import { jsonAnswer } from '#lib/server/api/json-answer.ts';
import { translate } from '#lib/texts/translator.ts';
import { licence } from '../../exports/export-format.ts';
import { fhirPaths } from './openapi-fhir.ts';
import { exportListSchema, exportPaths, hsdsParts, toldToWebhooks, webhookPaths } from './openapi-others.ts';
import { kept, type OpenApiPart, problemSchema, written } from './openapi-parts.ts';
import { diPaths, diSchemas, featureSchema } from './openapi-v1.ts';

const maxAge = 3600;

/** `GET /api/openapi.json`. `origin`: the public address of this installation; `more`: what a room above answers. */
export const answerWholeOpenApi = (request: Request, origin: string, more: OpenApiPart): Response =>
	jsonAnswer(request, wholeOpenApi(origin, more), { maxAge });

/** Everything that the API answers, in OpenAPI 3.1, from the schemas that read and write it. */
export function wholeOpenApi(origin: string, more: OpenApiPart) {
	const hsds = hsdsParts();
	return {
		openapi: '3.1.0',
		info: {
			title: translate('api.title'),
			description: translate('api.about'),
			version: '1.0',
			license: licence,
		},
		servers: [{ url: origin }],
		security: [{}, { key: [] }],
		tags: ['data·inclusion', 'Exports', 'FHIR R4', 'HSDS 3.1', more.tag, 'Webhooks'].map((name) => ({
			name,
		})),
		paths: {
			...diPaths,
			...exportPaths,
			...hsds.paths,
			...webhookPaths,
			...fhirPaths,
			...more.paths,
			'/api/openapi.json': {
				get: {
					operationId: 'openapi',
					summary: translate('api.operation.openapi'),
					responses: kept({ 'application/json': {} }),
				},
			},
		},
		webhooks: { ...toldToWebhooks, ...more.webhooks },
		components: {
			securitySchemes: {
				key: { type: 'http', scheme: 'bearer', description: translate('api.key') },
			},
			parameters: hsds.parameters,
			schemas: {
				...Object.fromEntries(Object.entries(diSchemas).map(([name, schema]) => [name, written(schema)])),
				feature: featureSchema,
				exports: written(exportListSchema),
				problem: written(problemSchema),
				...hsds.schemas,
				...more.schemas,
			},
		},
	};
}
