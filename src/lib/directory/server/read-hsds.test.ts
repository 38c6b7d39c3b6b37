import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { Refusal } from '#lib/refusal.ts';
import { sharedData, testOnSharedData } from '#lib/testing/shared-data.ts';
import { itsTerritory, variedDirectory } from '#lib/testing/varied-directory.ts';
import { noon, type World, world } from '#lib/testing/world.ts';
import { parseHsds } from '../formats/hsds-read.ts';
import { answerOrganizations } from '../publishing/server/answer-organizations.ts';
import { answerServices } from '../publishing/server/answer-services.ts';
import { importDirectory } from './import-directory.ts';
import { importSource } from './import-source.ts';
import { isHsdsFile } from './read-hsds.ts';

let [here, there]: World[] = [];
let folder: string;
const served = 30;

beforeAll(async () => {
	[here, there] = [await world(), await world()];
	folder = await mkdtemp(join(tmpdir(), 'hsds-'));
	for (const w of [here, there]) await w.owner.query(itsTerritory);
	await importDirectory(here.operator, 'dora', variedDirectory(served), { fileNames: [] });
});

const everything = '?format=ndjson&full=true';
const told = (w: World) =>
	Promise.all(
		[answerServices, answerOrganizations].map(async (answer) =>
			(await answer(new Request(`https://exemple.fr/${everything}`), w.stranger, noon)).text(),
		),
	);

async function keep(name: string, text: string): Promise<string> {
	const path = join(folder, name);
	await writeFile(path, text);
	return path;
}

const entriesOf = (texts: readonly string[]) =>
	texts
		.flatMap((text) => text.split('\n').filter(Boolean))
		.flatMap((line) => parseHsds({ line: 1, values: JSON.parse(line) }, { source: 'x', today: '2026-11-23' }))
		.flatMap(({ organisation, service }) => [organisation, service])
		.filter((entry) => entry !== null)
		.toSorted((a, b) => a.sourceId.localeCompare(b.sourceId));

const bring = (w: World, files: readonly string[]) => importSource(w.operator, 'hsds', files, { now: noon });

test('a directory told as HSDS and imported elsewhere is the same there; twice changes nothing', async () => {
	const [services, organizations] = await told(here!);
	const files = [
		await keep('organizations.ndjson', organizations!),
		await keep('services.ndjson', services!),
	];
	const report = await bring(there!, files);
	expect(report).toMatchObject({ rejectedLines: 0, rows: served + 4 });
	expect(entriesOf(await told(there!))).toEqual(entriesOf([services!, organizations!]));
	expect(await bring(there!, files)).toMatchObject({ added: 0, changed: 0, gone: 0 });
});

test('what is absent stays; what is told defunct is gone, and can be undone as any import', async () => {
	const [line] = (await told(here!))[0]!.split('\n');
	const { id, name, source, source_id, organization } = JSON.parse(line!);
	const alone = await keep('one.json', JSON.stringify({ ...JSON.parse(line!), name: 'Autre nom' }, null, 2));
	expect(await bring(there!, [alone])).toMatchObject({ changed: 1, gone: 0 });
	const tombstone = { id, name, status: 'defunct', source, source_id, organization_id: organization.id };
	const page = { total_items: 1, empty: false, contents: [tombstone] };
	expect(await bring(there!, [await keep('page.json', JSON.stringify(page))])).toMatchObject({ gone: 1 });
	const { rows } = await there!.owner.query('select source_id from service where gone_at is not null');
	expect(rows).toEqual([{ source_id }]);
});

testOnSharedData('mocks of a whole list enter under the name given to their source', async () => {
	const list = sharedData('hsds-mocks/V3.0-UK-Test/organization_full.json');
	const report = await importSource(there!.operator, 'hsds', [list], { now: noon, as: 'comte' });
	expect(report).toMatchObject({ source: 'comte', rejectedLines: 0, added: 2, rows: 1 });
	const wrong = sharedData('hsds-mocks/V3.0-UK-Fail/service_list.json');
	expect(await bring(there!, [wrong])).toMatchObject({ rows: 4, rejectedLines: 4, added: 0 });
	const terms = sharedData('hsds-mocks/V3.0-UK-Test/taxonomy_term_list.json');
	expect(await bring(there!, [terms])).toMatchObject({ rows: 1, passedOver: 1, rejectedLines: 0 });
});

test('a file of HSDS is known by its first object', async () => {
	const service = '{"id":"3a19ff88-4620-4d17-9830-ac1d859eb5d5","name":"A","status":"active"}';
	for (const text of [
		service,
		`[${service}]`,
		`${service}\n${service}\n`,
		`{"total_items":1,"contents":[${service}]}`,
	])
		expect(await isHsdsFile(await keep('known.json', text))).toBe(true);
	const other = '{"id":"dora--1","nom":"Maison","source":"dora","date_maj":"2026-10-01"}';
	expect(await isHsdsFile(await keep('other.json', `[${other}]`))).toBe(false);
	await expect(bring(there!, [await keep('cut.json', service.slice(0, 40))])).rejects.toThrow(Refusal);
});
