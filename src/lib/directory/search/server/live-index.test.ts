import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { appUrl } from '#lib/server/app-login.ts';
import { anOrganisation, aService, linesOf } from '#lib/testing/directory.ts';
import { world } from '#lib/testing/world.ts';
import { importDirectory } from '../../server/import-directory.ts';
import { everything } from '../query.ts';
import { findServices } from '../search.ts';
import { type LiveIndex, openLiveIndex } from './live-index.ts';
import { saveSynonym } from './synonyms.ts';

const { db, url, operator, person } = await world();
const folder = await mkdtemp(join(tmpdir(), 'live-index-'));
const opened: LiveIndex[] = [];
afterAll(async () => {
	await Promise.all(opened.map((one) => one.close()));
	await rm(folder, { recursive: true });
});
const open = (name: string, threadAbove = 5000): LiveIndex => {
	const kept = { file: join(folder, name), root: process.cwd(), threadAbove };
	const one = openLiveIndex(db, appUrl(url), kept);
	opened.push(one);
	return one;
};
const tell = (...names: string[]) =>
	importDirectory(
		operator,
		'dora',
		linesOf(anOrganisation('a'), ...names.map((name, i) => aService(String(i), 'a', { name }))),
		{ fileNames: ['essai.json'] },
	);
const found = async (live: LiveIndex, words = '') =>
	findServices((await live.current()).index, { ...everything, words }, new Date(), () => undefined).total;

test('several processes follow the log, and stay in step', async () => {
	await tell('Permis', 'Repas');
	const [one, two] = [open('shared'), open('shared')];
	expect([await found(one), await found(two)]).toEqual([2, 2]);
	await tell('Permis', 'Repas', 'Logement');
	for (const live of [one, two]) await expect.poll(() => found(live), { timeout: 5000 }).toBe(3);
	expect((await one.current()).version).toBe((await two.current()).version);
});

test('a new meaning is understood by the next searches', async () => {
	const live = open('synonyms');
	expect(await found(live, 'toit')).toBe(0);
	const steward = await person('Nadège', 'facilitator');
	await steward.act((act) => saveSynonym(act, { synonym: '', phrases: ['toit', 'logement'] }));
	await expect.poll(() => found(live, 'toit'), { timeout: 5000 }).toBe(1);
});

test('the next start opens what was kept, unless the directory has changed since', async () => {
	const file = join(folder, 'kept');
	await found(open('kept'));
	const { mtimeMs } = await stat(file);
	expect(await found(open('kept'))).toBe(3);
	expect((await stat(file)).mtimeMs).toBe(mtimeMs);
	await Promise.all(opened.splice(0).map((one) => one.close()));
	await tell('Permis');
	expect(await found(open('kept'))).toBe(1);
});

test('a large directory is read by a thread, while the edition in force serves', async () => {
	const live = open('thread', 0);
	expect(await found(live)).toBe(1);
	await tell('Permis', 'Repas');
	expect(await found(live)).toBe(1);
	await expect.poll(() => found(live), { timeout: 20_000 }).toBe(2);
});
