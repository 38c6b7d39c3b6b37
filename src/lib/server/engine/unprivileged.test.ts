import { execFileSync } from 'node:child_process';
import {
	chownSync,
	cpSync,
	lstatSync,
	mkdtempSync,
	readlinkSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountForNew, accountOf, canEnter } from './account.ts';
import { findBinaries, program } from './binaries.ts';
import { openEngine } from './engine.ts';
import { readableBinaries } from './readable.ts';

const isRoot = process.getuid?.() === 0;
if (!isRoot) console.log('skipped: only root lends the engine another account');

const said: string[] = [];
const say = (key: string) => void said.push(key);
let closed: string; // a folder that nobody but root may enter, like /root

beforeAll(() => {
	closed = mkdtempSync(join(tmpdir(), 'closed-'));
	writeFileSync(join(closed, 'something'), '');
});
afterAll(() => rmSync(closed, { recursive: true, force: true }));

test.runIf(isRoot)(
	'root lends the account that owns the folder; nobody when that is root or has no name',
	() => {
		const nobody = Number(execFileSync('id', ['-u', 'nobody']));
		const folder = mkdtempSync(join(tmpdir(), 'owned-'));
		expect(accountForNew(folder)?.uid).toBe(nobody);
		chownSync(folder, 1, 1);
		expect(accountForNew(folder)).toEqual({ uid: 1, gid: 1 });
		chownSync(folder, 54_321, 54_322);
		expect(accountForNew(folder)?.uid).toBe(nobody);
		expect(accountOf(folder)).toEqual({ uid: 54_321, gid: 54_322 });
		rmSync(folder, { recursive: true });
	},
);

test.runIf(isRoot)('binaries in a closed checkout are copied once to where the account can run them', () => {
	const account = accountForNew(closed);
	const binaries = findBinaries();
	expect(canEnter(account, closed)).toBe(false);
	const hidden = { ...binaries, folder: join(closed, 'native') };
	cpSync(binaries.folder, hidden.folder, { recursive: true, verbatimSymlinks: true });
	const home = mkdtempSync(join(tmpdir(), 'home-'));
	execFileSync('chmod', ['755', home]);

	const copy = readableBinaries(hidden, account, home, say);
	expect(dirname(copy.folder)).toBe(home);
	const version = execFileSync(program(copy, 'postgres'), ['--version'], {
		...account,
		cwd: '/',
		encoding: 'utf8',
	});
	expect(version).toContain(`(PostgreSQL) ${binaries.major}.`);
	const made = statSync(copy.folder).ctimeMs;
	readableBinaries(hidden, account, home, say);
	expect(statSync(copy.folder).ctimeMs).toBe(made);
	expect(said.filter((key) => key === 'engine.copyingBinaries')).toHaveLength(1);
	rmSync(home, { recursive: true });
});

test.runIf(isRoot)(
	'a data folder behind a closed door points to one of the system’s, and opens again',
	async () => {
		const dataFolder = join(closed, 'data');
		for (const expected of [['engine.initialising', 'engine.elsewhere'], []]) {
			said.length = 0;
			const engine = await openEngine({ dataFolder, command: 'test', say });
			expect(said).toEqual(expected);
			await engine.close();
		}
		const home = readlinkSync(join(dataFolder, 'engine'));
		expect(home).toMatch(/^\/var\/lib\/passerelles\/[0-9a-f]+$/);
		expect(statSync(home).mode & 0o777).toBe(0o700);
		rmSync(home, { recursive: true });
	},
);

test.runIf(isRoot)('a data folder of its own account is served by that account', async () => {
	const dataFolder = mkdtempSync(join(tmpdir(), 'owned-'));
	chownSync(dataFolder, 1, 1);
	const engine = await openEngine({ dataFolder, command: 'test', say });
	expect(lstatSync(join(dataFolder, 'engine', 'cluster'))).toMatchObject({ uid: 1, gid: 1 });
	expect(statSync(dataFolder).mode & 0o777).toBe(0o700);
	await engine.close();
	rmSync(dataFolder, { recursive: true });
});

test('a machine that npm has no PostgreSQL for is named', () => {
	expect(() => findBinaries('aix-ppc64')).toThrow(
		expect.objectContaining({ reason: 'engine.unsupportedPlatform', values: { platform: 'aix-ppc64' } }),
	);
});

test('a folder that cannot be made is refused', async () => {
	const file = join(closed, 'something', 'data');
	await expect(openEngine({ dataFolder: file, command: 'test', say })).rejects.toMatchObject({
		reason: 'engine.cannotWrite',
	});
});
