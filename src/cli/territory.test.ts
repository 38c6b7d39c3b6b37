import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { recordedOut } from '../lib/testing/recorded-out.ts';
import { world } from '../lib/testing/world.ts';
import { command } from './territory.ts';

const { url } = await world();
vi.stubEnv('DATABASE_URL', url);
vi.stubEnv('PASSERELLES_SECRET', 'the secret of an installation for tests');

const run = async (words: readonly string[], options = {}) => {
	const { lines, results, out } = recordedOut();
	await command.run({ words, options, out });
	return { lines, result: results[0] };
};

test('words and the lines of a file make a territory, told to people and to programs', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'territory-'));
	const file = join(folder, 'communes.txt');
	await writeFile(file, 'Avion\nLiévin\n');
	const { lines, result } = await run(['create', 'Autour de Lens', 'Lens'], { file });
	await rm(folder, { recursive: true });
	expect(result).toMatchObject({
		code: 'ensemble-autour-de-lens',
		name: 'Autour de Lens',
		communes: ['62065', '62498', '62510'],
	});
	expect(lines.at(-1)).toContain('/territoires/ensemble-autour-de-lens');
});

test('without a name, a commune or its file, it says what lacks', async () => {
	await expect(run([])).rejects.toThrow('donnez « create »');
	await expect(run(['create', 'Vide'])).rejects.toThrow('Choisissez au moins une commune.');
	await expect(run(['create', 'Vide'], { file: '/nowhere.txt' })).rejects.toMatchObject({ status: 404 });
});
