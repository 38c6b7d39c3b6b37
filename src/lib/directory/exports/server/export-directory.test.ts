import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hsdsSchemas } from '#lib/testing/hsds-schemas.ts';
import { sharedData, testOnSharedData } from '#lib/testing/shared-data.ts';
import { canaries, itsTerritory, variedDirectory } from '#lib/testing/varied-directory.ts';
import { noon, type World, world } from '#lib/testing/world.ts';
import { profilePatches } from '../../formats/hsds-profile.ts';
import { importDirectory } from '../../server/import-directory.ts';
import { importSource } from '../../server/import-source.ts';
import { type ExportFormat, exportFormatNames } from '../export-format.ts';
import { answerExport, answerExports } from './answer-exports.ts';
import { exportDirectory } from './export-directory.ts';

let w: World;
let folder: string;

beforeAll(async () => {
	w = await world();
	folder = await mkdtemp(join(tmpdir(), 'passerelles-test-'));
	await w.owner.query(itsTerritory);
	await importDirectory(w.operator, 'dora', variedDirectory(40), { fileNames: [] });
	await w.owner.query(
		`update service set phone = '+33321000001', description = '=1+1, dit-on' where source_id = 'dora--s1'`,
	);
});
afterAll(() => rm(folder, { recursive: true }));

type Rows = Record<string, string>[];
interface Entry {
	readonly id: string;
}

async function taken(format: ExportFormat): Promise<Uint8Array> {
	const pieces: Uint8Array[] = [];
	for await (const piece of exportDirectory(format, w.stranger, noon)) pieces.push(piece);
	return new Uint8Array(Buffer.concat(pieces));
}
const json = async (format: ExportFormat) => JSON.parse(strFromU8(await taken(format)));
async function tables(format: ExportFormat): Promise<Record<string, string>> {
	const files = unzipSync(await taken(format));
	return Object.fromEntries(Object.entries(files).map(([name, file]) => [name, strFromU8(file)]));
}
const rows = (csv: string | undefined): Rows => parse(csv ?? '', { columns: true });

test('data·inclusion in JSON and in CSV tell the same entries', async () => {
	const told = await json('data-inclusion-json');
	expect([told.structures.length, told.services.length, told.licence]).toEqual([
		4,
		40,
		'Licence Ouverte 2.0',
	]);
	const files = await tables('data-inclusion-csv');
	expect(files['LISEZMOI.txt']).toContain('Licence Ouverte 2.0');
	const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
	expect(ids(rows(files['structures.csv']) as never)).toEqual(ids(told.structures));
	expect(ids(rows(files['services.csv']) as never)).toEqual(ids(told.services));
});

test.each(['data-inclusion-json', 'data-inclusion-csv'] as const)(
	'%s, imported again, changes nothing',
	async (format) => {
		const files = format.endsWith('csv')
			? await tables(format)
			: { 'tout.json': strFromU8(await taken(format)) };
		const paths = [];
		for (const [name, text] of Object.entries(files)) {
			if (name.endsWith('.txt')) continue;
			paths.push(join(folder, name));
			await writeFile(paths.at(-1)!, text);
		}
		const copy = await world();
		await copy.owner.query(itsTerritory);
		const first = await importSource(copy.operator, 'data-inclusion', paths, { now: noon });
		expect(first).toMatchObject({ added: 44, rejected: [] });
		const again = [];
		for await (const piece of exportDirectory('data-inclusion-json', copy.stranger, noon)) again.push(piece);
		const sorted = (told: { structures: object[]; services: object[] }) =>
			[...told.structures, ...told.services].map((one) => JSON.stringify(one)).sort();
		const whole = JSON.parse(Buffer.concat(again).toString());
		expect(sorted(whole)).toEqual(sorted(await json('data-inclusion-json')));
	},
	30_000,
);

test.each([
	['hsds-json', 'hsds.json'],
	['hsds-csv', 'hsds.zip'],
] as const)(
	'%s, imported again, loses nothing',
	async (format, file) => {
		const path = join(folder, file);
		await writeFile(path, await taken(format));
		const copy = await world();
		await copy.owner.query(itsTerritory);
		const report = await importSource(copy.operator, 'hsds', [path], { now: noon });
		expect(report).toMatchObject({ added: 44, rejected: [] });
		const again = [];
		for await (const piece of exportDirectory('data-inclusion-json', copy.stranger, noon)) again.push(piece);
		const sorted = (told: { structures: Entry[]; services: Entry[] }) =>
			[...told.structures, ...told.services].sort((a, b) => a.id.localeCompare(b.id));
		const whole = JSON.parse(Buffer.concat(again).toString());
		expect(sorted(whole)).toEqual(sorted(await json('data-inclusion-json')));
	},
	30_000,
);

testOnSharedData('HSDS in JSON is valid', async () => {
	const validate = hsdsSchemas({
		...Object.fromEntries(Object.entries(profilePatches).map(([name, { properties }]) => [name, properties])),
	});
	const told: { services: object[] }[] = await json('hsds-json');
	for (const { services, ...organization } of told) {
		expect(validate('organization', organization)).toEqual([]);
		for (const service of services) expect(validate('service', service)).toEqual([]);
	}
});

testOnSharedData('data·inclusion is valid by its own JSON Schemas', async () => {
	const told = await json('data-inclusion-json');
	for (const [list, kind] of [
		['structures', 'structure'],
		['services', 'service'],
	] as const) {
		const ajv = new Ajv({ strict: false });
		addFormats(ajv);
		const schema = JSON.parse(readFileSync(sharedData(`data-inclusion/di_v1_${kind}.json`), 'utf8'));
		const validate = ajv.compile(schema);
		for (const entry of told[list]) expect([validate(entry), validate.errors]).toEqual([true, null]);
	}
});

test('the tables of HSDS name one another, and each row once', async () => {
	const files = await tables('hsds-csv');
	const { resources } = JSON.parse(files['datapackage.json'] ?? '');
	expect(Object.keys(files).sort()).toEqual(
		['datapackage.json', ...resources.map(({ path }: { path: string }) => path)].sort(),
	);
	const idsOf = new Map<string, Set<string>>();
	for (const { name, path } of resources) {
		const ids = rows(files[path]).map(({ id }) => id ?? '');
		expect(new Set(ids).size, path).toBe(ids.length);
		idsOf.set(`${name}_id`, new Set(ids));
	}
	for (const { path } of resources)
		for (const row of rows(files[path]))
			for (const [column, value] of Object.entries(row))
				if (value && idsOf.has(column)) expect(idsOf.get(column), `${path} ${column}`).toContain(value);
	expect(rows(files['services.csv'])).toHaveLength(40);
	expect(rows(files['organizations.csv'])).toHaveLength(4);
	for (const place of rows(files['service_at_location.csv'])) expect(place.location_id).not.toBe('');
	expect(rows(files['attributes.csv']).length).toBeGreaterThan(50);
});

test('GeoJSON holds every entry, at its place and at its stops', async () => {
	const { type, features } = await json('geojson');
	expect([type, features.length]).toEqual(['FeatureCollection', 44]);
	const kinds = Map.groupBy(features, (one: { geometry: { type: string } | null }) => one.geometry?.type);
	expect([...kinds.keys()].sort()).toEqual(['MultiPoint', 'Point', undefined]);
	const one = features.find(({ id }: { id: string }) => id === 'dora--o1');
	expect(one.properties).toMatchObject({ objet: 'structure', nom: 'Mission locale' });
});

test.each(exportFormatNames)('%s tells nothing that is confidential', async (format) => {
	const whole = await taken(format);
	const texts =
		whole[0] === 0x50 && whole[1] === 0x4b ? Object.values(await tables(format)) : [strFromU8(whole)];
	expect(texts.join('')).toContain('dora--o3');
	for (const canary of canaries) expect(texts.join('')).not.toContain(canary);
});

test('a whole export is sent with its licence, then nothing while nothing changed', async () => {
	const ask = (headers = {}) =>
		answerExport(new Request('https://exemple.fr', { headers }), 'geojson', w.stranger, noon);
	const answer = await ask();
	expect(answer.headers.get('content-disposition')).toBe(
		'attachment; filename="passerelles-geojson-2026-11-23.geojson"',
	);
	expect(answer.headers.get('link')).toContain('rel="license"');
	expect((await answer.json()).features).toHaveLength(44);
	const known = { 'if-none-match': answer.headers.get('etag')! };
	expect((await ask(known)).status).toBe(304);
	await w.owner.query(
		`update service set name = 'Autre nom', modified_at = now() + interval '1 day' where source_id = 'dora--s0'`,
	);
	expect((await ask(known)).status).toBe(200);
});

test('two exports at once at most; one that is left makes room', async () => {
	const ask = () => answerExport(new Request('https://exemple.fr'), 'hsds-json', w.stranger, noon);
	const [one, two] = [(await ask()).body!.getReader(), (await ask()).body!.getReader()];
	await Promise.all([one.read(), two.read()]);
	const third = await ask();
	expect([third.status, third.headers.get('retry-after')]).toEqual([503, '60']);
	await one.cancel();
	expect((await ask()).status).toBe(200);
	await two.cancel();
});

test('the list says what there is, and a format that does not exist is a problem', async () => {
	const base = 'https://exemple.fr/api/exports';
	const list = await (await answerExports(new Request(base), base, w.stranger)).json();
	expect(list.exports.map(({ format }: { format: string }) => format)).toEqual(exportFormatNames);
	expect(list.exports[0]).toMatchObject({ url: `${base}/data-inclusion-json`, structures: 4, services: 40 });
	expect((await answerExport(new Request(base), 'xml', w.stranger, noon)).status).toBe(404);
});
