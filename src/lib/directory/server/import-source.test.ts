import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { loadReference } from '#lib/territory/server/load-reference.ts';
import { sharedData, testOnSharedData } from '#lib/testing/shared-data.ts';
import { noon, world } from '#lib/testing/world.ts';
import { importSource, type Source } from './import-source.ts';
import { findService, listSearchEntries } from './services.ts';

const { operator, stranger } = await world();
await operator(loadReference);

const folder = await mkdtemp(join(tmpdir(), 'import-'));
afterAll(() => rm(folder, { recursive: true }));
const write = async (name: string, text: string) => {
	const path = join(folder, name);
	await writeFile(path, text);
	return path;
};

const run = (source: Source, files: readonly string[], dryRun = false) =>
	importSource(operator, source, files, { now: noon, dryRun });
const numbers = async (report: ReturnType<typeof run>) => {
	const { rows, added, changed, unchanged, gone, rejected } = await report;
	return { rows, added, changed, unchanged, gone, rejected: rejected.length };
};

const structure = (id: string, more = {}) => ({
	source: 'essai',
	id: `essai--${id}`,
	nom: `Maison ${id}`,
	date_maj: '2026-10-01',
	commune: 'Lens',
	code_postal: '62300',
	code_insee: '62498',
	...more,
});
const service = (id: string, of: string, more = {}) => ({
	source: 'essai',
	id: `essai--${id}`,
	structure_id: `essai--${of}`,
	nom: `Aide ${id}`,
	description: 'Une aide pour passer le permis.',
	date_maj: '2026-10-01',
	thematiques: ['mobilite--preparer-un-permis'],
	publics: ['jeunes'],
	...more,
});
const csv = (rows: readonly Record<string, string>[]) =>
	[Object.keys(rows[0]!).join(','), ...rows.map((row) => Object.values(row).join(','))].join('\n');

testOnSharedData('the network of France services enters, and enters once', async () => {
	const file = join(folder, 'france_services_20240801.csv');
	await copyFile(sharedData('supply/france_services_20240801.csv'), file);
	const trial = await run('france-services', [file], true);
	expect(trial).toMatchObject({ rows: 2845, added: 2845 });
	const first = await run('france-services', [file]);
	expect(first).toMatchObject({
		source: 'france-services',
		rows: 2845,
		added: 2845,
		changed: 0,
		unchanged: 0,
		gone: 0,
		rejected: [],
		rejectedFile: null,
		joined: { directly: 2811, resolved: 32, outside: 2, nowhere: 0 },
	});
	expect(await numbers(run('france-services', [file]))).toEqual({
		rows: 2845,
		added: 0,
		changed: 0,
		unchanged: 2845,
		gone: 0,
		rejected: 0,
	});
});

testOnSharedData('each of its places is found with its hours', async () => {
	const entries = await stranger(listSearchEntries);
	expect(entries).toHaveLength(2845);
	const lens = entries.find(
		({ communeCode, openingHours }) => communeCode === '62498' && openingHours !== null,
	);
	expect(await stranger((act) => findService(act, lens!.id))).toMatchObject({
		place: { position: 'given', communeCode: '62498' },
		updatedOn: '2024-08-01',
	});
});

test('right lines enter, wrong ones come back with their reason, and once corrected enter without the rest going', async () => {
	const structures = await write(
		'structures.csv',
		csv([structure('a'), structure('b'), structure('c', { code_insee: 'ZZ' })]),
	);
	const services = await write(
		'services.csv',
		csv([
			service('1', 'a', { publics: 'jeunes' }),
			service('2', 'nulle-part', { publics: 'jeunes' }),
			service('3', 'b', { publics: 'martiens' }),
		] as never),
	);
	const report = await run('data-inclusion', [structures, services]);
	expect(report).toMatchObject({
		rows: 6,
		added: 3,
		gone: 0,
		rejectedFile: join(folder, 'structures.rejets.csv'),
	});
	expect(report.rejected.map(({ line, field, value }) => [line, field, value])).toEqual([
		[4, 'code_insee', 'ZZ'],
		[4, 'publics', 'martiens'],
		[3, 'structure_id', 'essai--nulle-part'],
	]);
	const rejected = await readFile(report.rejectedFile!, 'utf8');
	expect(rejected.trim().split('\n').length).toBeGreaterThanOrEqual(4);
	await writeFile(
		report.rejectedFile!,
		rejected.replace('ZZ', '62498').replace('martiens', 'jeunes').replaceAll('nulle-part', 'c'),
	);
	expect(await numbers(run('data-inclusion', [report.rejectedFile!]))).toEqual({
		rows: 3,
		added: 3,
		changed: 0,
		unchanged: 0,
		gone: 0,
		rejected: 0,
	});
});

test('a file that cannot be read to its end changes nothing and leaves nothing behind', async () => {
	const before = await stranger(listSearchEntries);
	const files = await readdir(folder);
	const json = JSON.stringify([structure('a', { nom: 'Ne doit pas rester' }), structure('d')]);
	const broken = {
		'absent.json': null,
		'vide.json': '',
		'coupe.json': json.slice(0, -20),
		'texte.json': 'bonjour',
		'guillemet.csv': 'source,id,nom\n"essai,essai--a,Non',
	};
	for (const [name, text] of Object.entries(broken)) {
		if (text !== null) await write(name, text);
		const refused = await run('data-inclusion', [join(folder, name)]).then(
			() => name,
			(error) => error.status,
		);
		if (name !== 'texte.json') expect([name, refused]).toEqual([name, 422]);
	}
	expect(await stranger(listSearchEntries)).toEqual(before);
	expect((await readdir(folder)).filter((name) => name.includes('rejets'))).toEqual(
		files.filter((name) => name.includes('rejets')),
	);
});

test('only the operator imports', async () => {
	const file = await write('seul.csv', csv([structure('a')]));
	await expect(importSource(stranger, 'data-inclusion', [file], { now: noon })).rejects.toMatchObject({
		code: '42501',
	});
});
