import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { exchangeOpenApi } from '#lib/pathway/exchange/server/exchange-openapi.ts';
import { itsTerritory, variedDirectory } from '#lib/testing/varied-directory.ts';
import { noon, type World, world } from '#lib/testing/world.ts';
import { declaredOperations } from '../../../../../scripts/declared-permissions.ts';
import { answerExports } from '../../exports/server/answer-exports.ts';
import { importDirectory } from '../../server/import-directory.ts';
import {
	answerDiSearch,
	answerDiService,
	answerDiServices,
	answerDiSources,
	answerDiStructure,
	answerDiStructures,
} from './answer-di.ts';
import { answerServicesGeojson, answerStructuresGeojson } from './answer-di-geojson.ts';
import { answerOrganization, answerOrganizations } from './answer-organizations.ts';
import { answerPlacesOfServices } from './answer-service-at-locations.ts';
import { answerService, answerServices } from './answer-services.ts';
import { answerTaxonomies, answerTerms } from './answer-taxonomies.ts';
import { answerWholeOpenApi, wholeOpenApi } from './openapi.ts';

const origin = 'https://exemple.fr';
const document = JSON.parse(JSON.stringify(wholeOpenApi(origin, exchangeOpenApi)));
const methods = ['get', 'post', 'delete'] as const;

// OpenAPI 3.1.0, as far as this document uses it; any other member is a fault.
const ref = z.strictObject({ $ref: z.string() });
const jsonSchema = z.record(z.string(), z.unknown());
const content = z.record(
	z.string().regex(/^\w+\/[\w.+-]+$/),
	z.strictObject({ schema: jsonSchema.optional() }),
);
const parameter = z
	.strictObject({
		name: z.string().min(1),
		in: z.enum(['query', 'path', 'header']),
		required: z.boolean().optional(),
		description: z.string().min(1).optional(),
		schema: jsonSchema,
	})
	.refine(({ in: where, required }) => where !== 'path' || required === true);
const response = z.strictObject({ description: z.string().min(1), content: content.optional() });
const operation = z.strictObject({
	operationId: z.string().regex(/^\w+$/),
	tags: z.array(z.string()).optional(),
	summary: z.string().min(1).optional(),
	security: z.array(z.record(z.string(), z.array(z.string()))).optional(),
	parameters: z.array(z.union([ref, parameter])).optional(),
	requestBody: z.strictObject({ required: z.boolean().optional(), content }).optional(),
	responses: z.record(z.string().regex(/^[2-5]\d\d$/), response),
});
const pathItem = z.strictObject({
	parameters: z.array(z.union([ref, parameter])).optional(),
	...Object.fromEntries(methods.map((method) => [method, operation.optional()])),
});
const openapi = z.strictObject({
	openapi: z.literal('3.1.0'),
	info: z.strictObject({
		title: z.string(),
		description: z.string(),
		version: z.string(),
		license: z.strictObject({ name: z.string(), url: z.url() }),
	}),
	servers: z.array(z.strictObject({ url: z.url() })),
	security: z.array(z.record(z.string(), z.array(z.string()))),
	tags: z.array(z.strictObject({ name: z.string() })),
	paths: z.record(z.string().regex(/^\/[^?#]*$/), pathItem),
	webhooks: z.record(z.string(), pathItem),
	components: z.strictObject({
		securitySchemes: z.record(z.string(), z.unknown()),
		parameters: z.record(z.string().regex(/^[\w.-]+$/), parameter),
		schemas: z.record(z.string().regex(/^[\w.-]+$/), jsonSchema),
	}),
});

interface Operation {
	readonly operationId: string;
	readonly parameters?: readonly { readonly name?: string; readonly in?: string }[];
}
const operations = Object.entries<Record<string, Operation>>(document.paths).flatMap(([path, item]) =>
	methods.flatMap((method) => (item[method] ? [{ path, method, item, one: item[method] }] : [])),
);

const refsIn = (told: unknown): string[] =>
	typeof told !== 'object' || told === null
		? []
		: Object.entries(told).flatMap(([name, value]) =>
				name === '$ref' && typeof value === 'string' ? [value] : refsIn(value),
			);
const at = (pointer: string): unknown =>
	pointer
		.replace('#/', '')
		.split('/')
		.reduce((told: unknown, step) => (told as Record<string, unknown> | undefined)?.[step], document);

test('the document follows OpenAPI 3.1, and names only what it holds', () => {
	expect(openapi.safeParse(document).error?.issues ?? []).toEqual([]);
	const refs = refsIn(document);
	expect(refs.length).toBeGreaterThan(50);
	for (const pointer of refs) expect(at(pointer), pointer).toBeDefined();
	const ids = operations.map(({ one }) => one.operationId);
	expect(new Set(ids).size).toBe(ids.length);
	expect(JSON.stringify(document)).not.toContain('adresse_confidentielle');
});

test('each part of an address in braces is a parameter', () => {
	for (const { path, item, one } of operations) {
		const braces = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
		const shared = (item.parameters ?? []) as unknown as NonNullable<Operation['parameters']>;
		const told = [...(one.parameters ?? []), ...shared]
			.filter((parameter) => parameter.in === 'path')
			.map(({ name }) => name);
		expect(told, path).toEqual(braces);
	}
});

test('the document tells every address of the API, and no other', () => {
	const declared = declaredOperations(readFileSync('src/permissions.ts', 'utf8'));
	const open = [...declared]
		.filter(([id]) => id.startsWith('/api/'))
		.flatMap(([id, names]) => [...names].filter((name) => name !== 'OPTIONS').map((name) => `${name} ${id}`));
	const told = operations.map(
		({ path, method }) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, '[$1]')}`,
	);
	expect(told.sort()).toEqual(open.sort());
});

let w: World;
beforeAll(async () => {
	w = await world();
	await w.owner.query(itsTerritory);
	await importDirectory(w.operator, 'dora', variedDirectory(20), { fileNames: [] });
});

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addSchema(document, 'api');

/** What is wrong with an answer, by the document's own schema for its address, status and type. */
async function faults(path: string, answer: Response): Promise<unknown[]> {
	const type = (answer.headers.get('content-type') ?? '').split(';')[0];
	const escaped = path.replaceAll('/', '~1');
	const pointer = `api#/paths/${escaped}/get/responses/${answer.status}/content/${type?.replaceAll('/', '~1')}/schema`;
	const validate = ajv.compile({ $ref: pointer });
	return validate(await answer.json()) ? [] : (validate.errors ?? []);
}

const asking = (search = '') => new Request(`${origin}/${search}`);
type Ask = () => Response | Promise<Response>;
const real: [path: string, ask: Ask][] = [
	['/api/v1/structures', () => answerDiStructures(asking(), w.stranger, noon)],
	['/api/v1/structures', () => answerDiStructures(asking('?size=0'), w.stranger, noon)],
	['/api/v1/structures/{id}', () => answerDiStructure(asking(), 'dora--o1', w.stranger, noon)],
	['/api/v1/structures/{id}', () => answerDiStructure(asking(), 'personne', w.stranger, noon)],
	['/api/v1/structures.geojson', () => answerStructuresGeojson(asking(), w.stranger)],
	['/api/v1/services', () => answerDiServices(asking(), w.stranger, noon)],
	['/api/v1/services', () => answerDiServices(asking('?frais=cher'), w.stranger, noon)],
	['/api/v1/services/{id}', () => answerDiService(asking(), 'dora--s1', w.stranger, noon)],
	['/api/v1/services.geojson', () => answerServicesGeojson(asking(), w.stranger, noon)],
	['/api/v1/search/services', () => answerDiSearch(asking('?code_commune=62498'), w.stranger, noon)],
	['/api/v1/sources', () => answerDiSources(asking(), w.stranger)],
	['/api/exports', () => answerExports(asking(), `${origin}/api/exports`, w.stranger)],
	['/api/hsds/v3/services', () => answerServices(asking('?full'), w.stranger, noon)],
	['/api/hsds/v3/organizations', () => answerOrganizations(asking(), w.stranger, noon)],
	['/api/hsds/v3/service_at_locations', () => answerPlacesOfServices(asking(), w.stranger, noon)],
	['/api/hsds/v3/taxonomies', () => answerTaxonomies(asking())],
	['/api/hsds/v3/taxonomy_terms', () => answerTerms(asking())],
];

test.each(real)('%s answers what the document says', async (path, ask) => {
	expect(await faults(path, await ask())).toEqual([]);
});

test('one entry of HSDS answers what the document says', async () => {
	const [list, places] = await Promise.all(
		[answerServices, answerOrganizations].map(async (answer) =>
			(await answer(asking(), w.stranger, noon)).json(),
		),
	);
	const service = await answerService(asking(), list.contents[0].id, w.stranger, noon);
	expect(await faults('/api/hsds/v3/services/{id}', service)).toEqual([]);
	const organization = await answerOrganization(asking(), places.contents[0].id, w.stranger, noon);
	expect(await faults('/api/hsds/v3/organizations/{id}', organization)).toEqual([]);
});

test('the document is small enough to be read at once, and kept', async () => {
	const answer = answerWholeOpenApi(asking(), origin, exchangeOpenApi);
	expect((await answer.text()).length).toBeLessThan(300_000);
	expect(answer.headers.get('etag')).toMatch(/^"/);
});
