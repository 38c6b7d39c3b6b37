import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { everything } from '../query.ts';
import { laon, northOfLaon, sampleEntry, sampleIsOpen } from '../sample-entry.ts';
import { buildIndex, findServices } from '../search.ts';
import { readSnapshot, writeSnapshot } from './snapshot.ts';

const folder = await mkdtemp(join(tmpdir(), 'index-'));
afterAll(() => rm(folder, { recursive: true }));
const file = join(folder, 'a', 'recherche.index');
const index = buildIndex(
	[
		sampleEntry({ id: 'a', name: 'Demander le RSA', openingHours: '24/7' }),
		sampleEntry({ id: 'b', name: 'Revenu de solidarité active', ...northOfLaon(3), zone: ['02'] }),
		sampleEntry({
			id: 'c',
			stops: [northOfLaon(1)],
			closures: [{ from: '2026-10-01', to: null, reason: null }],
		}),
	],
	[['RSA', 'revenu de solidarité active']],
);
const at = new Date('2026-10-20T10:00:00Z');
const answers = (one: typeof index) =>
	['rsa', 'colis', 'soldarité', ''].map((words) =>
		findServices(one, { ...everything, words, near: laon }, at, sampleIsOpen),
	);

test('an index read again answers the same', async () => {
	const before = answers(index);
	await writeSnapshot(file, { index, state: 'x/7', version: 7 });
	const read = await readSnapshot(file);
	expect(read).toMatchObject({ state: 'x/7', version: 7 });
	expect(answers(read!.index)).toEqual(before);
	expect(await readdir(join(folder, 'a'))).toEqual(['recherche.index']);
});

test('what is absent, cut, damaged or written by another version is no snapshot', async () => {
	expect(await readSnapshot(join(folder, 'none'))).toBeUndefined();
	const whole = await readFile(file);
	const damage = async (bytes: Buffer) => {
		await writeFile(file, bytes);
		return readSnapshot(file);
	};
	const flipped = Buffer.from(whole);
	flipped[whole.length - 40]! ^= 1;
	expect(await damage(flipped)).toBeUndefined();
	const older = Buffer.from(whole);
	older.write('0', 18, 'latin1');
	expect(await damage(older)).toBeUndefined();
	expect(await damage(whole.subarray(0, 10))).toBeUndefined();
	await writeFile(file, whole);
	await truncate(file, whole.length - 1);
	expect(await readSnapshot(file)).toBeUndefined();
});
