import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
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
	expect(await bring(there!, [await keep('page.json', JSON.stringify(page))])).toMatchObject({
		gone: 1,
		notices: [],
	});
	const short = { id, name, status: 'active', organization_id: organization.id };
	const listed = await importSource(
		there!.operator,
		'hsds',
		[await keep('short.json', JSON.stringify([short]))],
		{ dryRun: true },
	);
	expect(listed.notices).toMatchObject([
		{ file: 'short.json', problem: expect.stringContaining('full=true') },
	]);
	const { rows } = await there!.owner.query('select source_id from service where gone_at is not null');
	expect(rows).toEqual([{ source_id }]);
});

testOnSharedData('mocks of a whole list enter under the name given to their source', async () => {
	const list = sharedData('hsds-mocks/V3.0-UK-Test/organization_full.json');
	const report = await importSource(there!.operator, 'hsds', [list], { now: noon, as: 'comte' });
	expect(report).toMatchObject({ source: 'comte', rejectedLines: 0, added: 2, rows: 1 });
	// What is left out is written beside its file: never beside the shared data.
	const wrong = await keep(
		'list.json',
		await readFile(sharedData('hsds-mocks/V3.0-UK-Fail/service_list.json'), 'utf8'),
	);
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

test('wrong lines come back in a table that enters once corrected', async () => {
	const service = { id: '3a19ff88-4620-4d17-9830-ac1d859eb5d6', name: 'Atelier', status: 'active', weeks: 3 };
	const organization = { id: '3a19ff88-4620-4d17-9830-ac1d859eb5d7', name: 'Maison', description: '' };
	const phones = [{ id: '3a19ff88-4620-4d17-9830-ac1d859eb5d8', number: '3949' }];
	const wrong = [{ ...service, organization, phones, email: 'non' }];
	const { rejectedFile } = await bring(there!, [await keep('wrong.json', JSON.stringify(wrong))]);
	const table = await readFile(rejectedFile!, 'utf8');
	const { rejected, added } = await bring(there!, [
		await keep('right.csv', table.replace(/;non;/, ';a@exemple.fr;')),
	]);
	expect([rejected, added]).toEqual([[], 1]);
	const { rows } = await there!.owner.query(`select email, phone, weeks from service where name = 'Atelier'`);
	expect(rows).toEqual([{ email: 'a@exemple.fr', phone: '3949', weeks: 3 }]);
});

const tables = {
	'services.csv':
		'id,organization_id,name,status\n3a19ff88-4620-4d17-9830-000000000001,3a19ff88-4620-4d17-9830-000000000002,Permis,active\n',
	'organizations.csv': 'id,name,description\n3a19ff88-4620-4d17-9830-000000000002,Régie,\n',
	'service_at_location.csv':
		'id,service_id,location_id\n3a19ff88-4620-4d17-9830-000000000003,3a19ff88-4620-4d17-9830-000000000001,3a19ff88-4620-4d17-9830-000000000004\n',
	'locations.csv':
		'id,location_type,latitude,longitude\n3a19ff88-4620-4d17-9830-000000000004,physical,50.43,2.83\n',
	'addresses.csv':
		'id,location_id,address_1,city,state_province,postal_code,country,address_type\n3a19ff88-4620-4d17-9830-000000000005,3a19ff88-4620-4d17-9830-000000000004,1 rue de Paris,Lens,Hauts-de-France,62300,FR,physical\n',
	'phones.csv':
		'id,service_id,number\n3a19ff88-4620-4d17-9830-000000000006,3a19ff88-4620-4d17-9830-000000000001,3949\n',
};

test('the tables of a package, apart or in an archive, enter as one', async () => {
	const entries = Object.entries(tables);
	const apart = await Promise.all(entries.map(([name, text]) => keep(name, text)));
	const report = await importSource(there!.operator, 'hsds', apart, { now: noon, as: 'paquet' });
	expect(report).toMatchObject({ rows: 2, added: 2, rejectedLines: 0 });
	const archive = join(folder, 'paquet.zip');
	await writeFile(
		archive,
		zipSync(Object.fromEntries(entries.map(([name, text]) => [`data/${name}`, strToU8(text)]))),
	);
	const again = await importSource(there!.operator, 'hsds', [archive], { now: noon, as: 'paquet' });
	expect(again).toMatchObject({ rows: 2, added: 0, changed: 0, unchanged: 2 });
	expect(await isHsdsFile(archive)).toBe(true);
	const { rows } = await there!.owner.query(`select s.phone, p.address, p.latitude, o.name from service s
		join organisation o on o.id = s.organisation_id join place p on p.id = s.place_id where s.source = 'paquet'`);
	expect(rows).toEqual([{ phone: '3949', address: '1 rue de Paris', latitude: 50.43, name: 'Régie' }]);
});

testOnSharedData('the tables of the specification enter', async () => {
	const csv = sharedData('hsds-3.1/examples/csv/');
	const files = (await readdir(csv)).filter((name) => name.endsWith('.csv')).map((name) => join(csv, name));
	const report = await importSource(there!.operator, 'hsds', files, {
		now: noon,
		as: 'exemple',
		dryRun: true,
	});
	expect(report).toMatchObject({ rows: 2, added: 2, rejected: [] });
});
