import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { afterAll, expect, test } from 'vitest';
import { sharedData, testOnSharedData } from '#lib/testing/shared-data.ts';
import { translate } from '#lib/texts/translator.ts';
import { readRows } from './read-rows.ts';

const folder = await mkdtemp(join(tmpdir(), 'passerelles-lignes-'));
afterAll(() => rm(folder, { recursive: true }));

const path = join(folder, 'lieux.txt');
async function read(text: string | Uint8Array) {
	await writeFile(path, text);
	return Array.fromAsync(readRows(path));
}
const refusalOf = (text: string | Uint8Array) =>
	read(text).then(
		() => undefined,
		({ status, reason, values }) => `${status} ${translate(reason, values)}`,
	);

test.each([
	['a table', 'id;nom\n1;CCAS\n', [2]],
	['a table after empty lines', '\n\n id;nom\n1;CCAS\n', [4]],
	['a list', '\n [{"id":1},\n{"id":2}]', [1, 2]],
	['the lists of an object', '{\n"items":[{"id":1}]\n}\n', [1]],
	['one object', '{"id":1,\n"nom":"CCAS"}', [1]],
	['one object a line', '\n{"id":1}\n\n{"id":2}\n', [2, 4]],
	['one object on one line', '{"id":1,"nom":"CCAS"}\n', [1]],
	['a long object on each line', `{"id":1,"nom":"${'a'.repeat(200_000)}"}\n{"id":2}`, [1, 2]],
	['JSON of an old machine', Buffer.from('\ufeff[{"id":1}]', 'utf16le'), [1]],
	['JSON in Windows-1252', Buffer.from('[{"id":1,"nom":"Été"}]', 'latin1'), [1]],
])('%s is told by its content, not its name', async (_, text, lines) => {
	const rows = await read(text);
	expect(rows.map(({ line }) => line)).toEqual(lines);
	expect(String(rows[0]?.values.id)).toBe('1');
});

test.each(['id;nom\n', 'id;nom\n;\n', '[]', '{"items":[]}', ' \n\n'])(
	'%j has no row to read',
	async (text) => {
		expect(await refusalOf(text)).toMatch(/^422 .*ne contient aucune ligne à lire\. Vérifiez/);
	},
);

test('a web page saved in place of the data is told', async () => {
	expect(await refusalOf('\n<!doctype html><title>404</title>')).toMatch(
		/^422 .*page web.*en CSV ou en JSON/,
	);
});

test('a text without end of line nor separator is given up', async () => {
	expect(await refusalOf(' '.repeat(12_000_000))).toMatch(/^422 /);
});

test('reading stops when its reader does', async () => {
	await writeFile(path, `id\n${'1\n'.repeat(1_000_000)}`);
	for await (const { line } of readRows(path)) if (line === 10) break;
	await rm(path);
});

testOnSharedData.each([
	['supply/di_v1_service_detaille_exemple_reel.json', 1],
	['supply/di_v1_services_lille_2026.json', 320],
	['supply/missions_locales_referentiel.json', 450],
	['supply/mednum_lieux_national_2022.json', 3811],
	['supply/france_services_20240801.csv', 2845],
	['supply/siae_national_2020.csv', 3853],
])('%s has %i rows', async (file, count) => {
	expect(await Array.fromAsync(readRows(sharedData(file)))).toHaveLength(count);
});

const megabytes = 200;
const description = 'Un accueil sans rendez-vous, des ateliers, de l’aide pour les démarches. '.repeat(13);
const service = (id: number) => ({ id, nom: `Atelier ${id}`, publics: ['jeunes', 'familles'], description });

async function writeRows(name: string, parts: () => Iterable<string>): Promise<string> {
	const file = join(folder, name);
	await pipeline(parts, createWriteStream(file));
	return file;
}
const rowCount = megabytes * 1000;
const big: Record<string, () => Generator<string>> = {
	'services.csv': function* () {
		yield 'id,nom,description\n';
		for (let id = 0; id < rowCount; id++) yield `${id},Atelier ${id},"${description}"\n`;
	},
	'services.json': function* () {
		yield '{"total": 200000, "items": [';
		for (let id = 0; id < rowCount; id++) yield `${id > 0 ? ',\n' : ''}${JSON.stringify(service(id))}`;
		yield ']}';
	},
	'services.ndjson': function* () {
		for (let id = 0; id < rowCount; id++) yield `${JSON.stringify(service(id))}\n`;
	},
};

test.each(Object.entries(big))(`memory stays flat over ${megabytes} MB of %s`, async (name, parts) => {
	const file = await writeRows(name, parts);
	expect((await stat(file)).size).toBeGreaterThan(megabytes * 0.9e6);
	const before = process.memoryUsage.rss();
	let rows = 0;
	let growth = 0;
	for await (const _ of readRows(file))
		if (++rows % 1000 === 0) growth = Math.max(growth, process.memoryUsage.rss() - before);
	expect(rows).toBe(rowCount);
	expect(growth).toBeLessThan(150e6);
	await rm(file);
});
