import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { loadReference } from '../lib/territory/server/load-reference.ts';
import { placed } from '../lib/testing/mapping-trial.ts';
import { world } from '../lib/testing/world.ts';

const { operator, url } = await world();
await operator(loadReference);

async function passerelles(folder: string, ...words: string[]) {
	const env = { ...process.env, DATABASE_URL: url, PASSERELLES_DATA: folder };
	const child = spawn(process.execPath, ['bin/passerelles', ...words, '--json'], { env });
	let [told, said] = ['', ''];
	child.stdout.on('data', (chunk) => {
		told += String(chunk);
	});
	child.stderr.on('data', (chunk) => {
		said += String(chunk);
	});
	const [code] = await once(child, 'close');
	return { code, said, told: JSON.parse(told || 'null') };
}

test('a file never seen: a mapping is proposed beside it, corrected, then imports it, twice without a double', async () => {
	const file = await placed(
		'annuaire.csv',
		'Annuaire inventé;;;\nNom;Ville;Code postal;Thème\nMaison des aidants;Lens;62300;Logement\nXY;Lens;62300;Santé\n',
	);
	const folder = dirname(file);
	const proposed = await passerelles(folder, 'import', 'mapped', file);
	expect(proposed).toMatchObject({
		code: 1,
		told: { path: join(folder, 'annuaire.correspondance.json'), sampled: 2, right: 1 },
	});
	const mapping = proposed.told.path;
	const run = (...more: string[]) =>
		passerelles(folder, 'import', 'mapped', '--mapping', mapping, file, ...more);
	expect(await run('--dry-run')).toMatchObject({
		code: 0,
		told: { rows: 2, added: 1, rejected: [{ line: 4, field: 'Nom' }] },
	});
	expect(await run()).toMatchObject({ code: 0, told: { source: 'annuaire', added: 1 } });
	expect(await run()).toMatchObject({ code: 0, told: { added: 0, unchanged: 1, gone: 0 } });

	const text = await readFile(mapping, 'utf8');
	await writeFile(mapping, text.replaceAll('"Ville"', '"Vile"'));
	expect((await run()).told).toEqual({ error: expect.stringContaining('« Ville »') });
	await writeFile(mapping, text.replace('"nom":', '"noms":'));
	expect((await run()).told).toEqual({ error: expect.stringMatching(/noms.*nom/s) });
}, 60_000);
