import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { importDirectory } from '../lib/directory/server/import-directory.ts';
import { recordedOut } from '../lib/testing/recorded-out.ts';
import { canaries, variedDirectory } from '../lib/testing/varied-directory.ts';
import { world } from '../lib/testing/world.ts';
import { WrongUse } from './command.ts';
import { command } from './export.ts';

const w = await world();
const folder = await mkdtemp(join(tmpdir(), 'passerelles-test-'));
vi.stubEnv('DATABASE_URL', w.url);
vi.stubEnv('PASSERELLES_SECRET', 'the secret of an installation for tests');

beforeAll(() => importDirectory(w.operator, 'dora', variedDirectory(12), { fileNames: [] }));
afterAll(() => rm(folder, { recursive: true }));

const run = (words: string[], options = {}) => {
	const recorded = recordedOut();
	return command.run({ words, options, out: recorded.out }).then((code) => ({ code, ...recorded }));
};

test('the directory is written to a file, whole or not at all', async () => {
	const file = join(folder, 'annuaire.json');
	const { code, lines, results } = await run(['data-inclusion-json'], { out: file });
	const text = await readFile(file, 'utf8');
	expect(code).toBe(0);
	expect(lines.at(-1)).toBe(`Écrit dans ${file} : 4 structures et 12 services.`);
	expect(results).toEqual([
		{ format: 'data-inclusion-json', file, bytes: Buffer.byteLength(text), structures: 4, services: 12 },
	]);
	expect(JSON.parse(text).services).toHaveLength(12);
	for (const canary of canaries) expect(text).not.toContain(canary);
	expect(await readdir(folder)).toEqual(['annuaire.json']);
	await expect(run(['geojson'], { out: join(folder, 'absent', 'x') })).rejects.toThrow('ENOENT');
});

test.each([[[]], [['xml']], [['geojson', 'hsds-json']]])(
	'%j is told which formats there are',
	async (words) => {
		await expect(async () => run(words)).rejects.toThrow(WrongUse);
		await expect(async () => run(words)).rejects.toThrow('data-inclusion-csv');
	},
);
