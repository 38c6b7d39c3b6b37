import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { RawRow } from '../formats/row.ts';
import { readRows } from './read-rows.ts';
import { openRejectedFile } from './rejected-file.ts';

const folder = await mkdtemp(join(tmpdir(), 'passerelles-rejets-'));
afterAll(() => rm(folder, { recursive: true }));

const problem = (line: number, field = 'nom') => ({
	line,
	field,
	value: '',
	problem: 'Cette case est vide.',
});
const row = (line: number, values: Record<string, unknown>): RawRow => ({ line, values });
async function rejected(name: string, ...rows: RawRow[]): Promise<string | null> {
	const file = openRejectedFile(join(folder, name));
	for (const each of rows) await file.add(each, [problem(each.line)]);
	return file.close();
}

test('the columns of the source come back in their order, with one more that says what to correct', async () => {
	const path = await rejected(
		'a.csv',
		row(2, { id: '1', nom: '', adresse: 'a;"b"\nc' }),
		row(7, { id: '2', nom: '' }),
	);
	expect(path).toBe(join(folder, 'a.rejets.csv'));
	expect(await readFile(path ?? '', 'utf8')).toBe(
		'\ufeffid;nom;adresse;Problème\n' +
			'1;;"a;""b""\nc";Ligne 2, colonne « nom » : Cette case est vide.\n' +
			'2;;;Ligne 7, colonne « nom » : Cette case est vide.\n',
	);
});

test('several problems stand in one cell, and a problem of the whole line has no column', async () => {
	const file = openRejectedFile(join(folder, 'several.csv'));
	await file.add(row(3, { id: '1' }), [problem(3, ''), problem(3, 'id')]);
	expect(await readFile((await file.close()) ?? '', 'utf8')).toContain(
		'1;"Ligne 3 : Cette case est vide.\nLigne 3, colonne « id » : Cette case est vide."',
	);
});

test('no spreadsheet runs what a line says', async () => {
	const given = ['=1+1', '+33353010144', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '-1.53', 'a=b'];
	const values = Object.fromEntries(given.map((value, rank) => [`c${rank}`, value]));
	const path = await rejected('formulas.csv', row(2, { ...values, '=cmd': '<b>' }));
	const [header = '', cells = ''] = (await readFile(path ?? '', 'utf8')).replace('\r', '␍').split('\n');
	expect(cells.split(';').slice(0, 8)).toEqual([
		..."'=1+1 '+33353010144 '-2+3 '@SUM(A1)".split(' '),
		"'\t=1",
		'"\'␍=1"',
		'-1.53',
		'a=b',
	]);
	expect(header).toContain(";'=cmd;");
});

test('what came from JSON is flattened, with the columns of every line', async () => {
	const path = await rejected(
		'b.json',
		row(1, {
			id: 'x',
			publics: ['femmes', 'jeunes'],
			latitude: 48.5,
			structure: { nom: 'Maison', siret: null },
		}),
		row(2, { nom: null, extra: true }),
	);
	const lines = (await readFile(path ?? '', 'utf8')).slice(1).split('\n');
	expect(lines[0]).toBe('id;publics;latitude;structure.nom;structure.siret;nom;extra;Problème');
	expect(lines[1]).toMatch(/^x;"\[""femmes"",""jeunes""\]";48\.5;Maison;;;;Ligne 1/);
	expect(lines[2]).toMatch(/^;;;;;;true;Ligne 2/);
});

test('a file given back is read again, and given back again with its new problems only', async () => {
	const values = { id: '1', nom: 'a;"b"\nc', adresse: '', date: '2026-01-01' };
	const path = await rejected('again.csv', row(2, values));
	const [read] = await Array.fromAsync(readRows(path ?? ''));
	expect(read).toMatchObject({ line: 2, values });
	const second = await rejected(basename(path ?? ''), read ?? row(0, {}));
	expect((await readFile(second ?? '', 'utf8')).split('\n')[0]).toBe('\ufeffid;nom;adresse;date;Problème');
});

test('nothing rejected, nothing written', async () => {
	expect(await rejected('clean.csv')).toBe(null);
	expect(await readdir(folder)).not.toContain('clean.rejets.csv');
});

test('a file that someone may be correcting is never overwritten; the same twice is one file', async () => {
	const first = await rejected('c.csv', row(2, { id: '1' }));
	expect(await rejected('c.csv', row(2, { id: '1' }))).toBe(first);
	await writeFile(first ?? '', 'my corrections');
	const other = await rejected('c.csv', row(2, { id: '2' }));
	expect(other).toBe(join(folder, 'c.rejets-2.csv'));
	expect(await readFile(first ?? '', 'utf8')).toBe('my corrections');
});

test('a folder that cannot be written in is told in a sentence', async () => {
	const nowhere = openRejectedFile(join(folder, 'nowhere', 'd.csv'));
	await nowhere.add(row(2, { id: '1' }), [problem(2)]);
	await expect(nowhere.close()).rejects.toMatchObject({ status: 422, reason: 'imports.rejected.unwritable' });
});

test('memory stays flat however many lines are rejected', async () => {
	const file = openRejectedFile(join(folder, 'many.csv'));
	const values = { id: '1', description: 'x'.repeat(1000) };
	const before = process.memoryUsage.rss();
	for (let line = 2; line < 60_000; line++) await file.add(row(line, values), [problem(line)]);
	await file.close();
	expect((process.memoryUsage.rss() - before) / 2 ** 20).toBeLessThan(150);
});
