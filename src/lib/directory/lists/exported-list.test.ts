import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleEntry } from '../search/sample-entry.ts';
import type { Hit } from '../search/search.ts';
import { readRows } from '../server/read-rows.ts';
import { exportedList, exportFormats } from './exported-list.ts';
import { fileAnswer, formatOf } from './file-answer.ts';
import type { Table } from './table.ts';

const origin = 'https://passerelles.test';
const day = new Date('2026-11-23T11:00:00Z');
const hit = (entry: Partial<Hit['entry']> = {}): Hit => ({
	entry: sampleEntry(entry),
	distanceKm: 2.4,
	reasons: [],
	score: 1,
});
const list = (...hits: Hit[]) => exportedList({ hits, total: hits.length }, origin);

let folder = '';
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'lists-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function readBack(table: Table, format: (typeof exportFormats)[number]) {
	const path = join(folder, `list-${crypto.randomUUID()}`);
	await writeFile(path, new Uint8Array(await fileAnswer(table, format, day).arrayBuffer()));
	const rows: Record<string, unknown>[] = [];
	for await (const { values } of readRows(path)) rows.push(values);
	return rows;
}

describe.each(exportFormats)('%s', (format) => {
	test('what I see is what the file holds, read by our own importer', async () => {
		const [row] = await readBack(
			list(hit({ name: 'Colis & « repas » <chauds>', phone: '+33353010144', fee: 'free' })),
			format,
		);
		expect(row).toMatchObject({
			Service: 'Colis & « repas » <chauds>',
			Structure: 'Épicerie des Remparts',
			'Code postal': '02000',
			Commune: 'Laon',
			Prix: 'Gratuit',
			Accueil: 'Sur place',
			'Mis à jour le': '1er octobre 2026',
			Fiche: 'https://passerelles.test/services/a',
			Remarque: 'Fiche d’exemple\u00A0: ce service n’existe pas',
		});
		expect(String(row?.Téléphone)).toMatch(/^03.53.01.01.44$/);
		expect(String(row?.['Distance (km)'])).toMatch(/^2[.,]4$/);
	});

	test('a list cut short says so in its last line', async () => {
		const rows = await readBack(exportedList({ hits: [hit(), hit()], total: 3214 }, origin), format);
		expect(rows).toHaveLength(3);
		expect(String(rows[2]?.Service).replace(/\s/g, ' ')).toMatch(/2 premiers services sur 3 214/);
	});

	test('any text goes through', { timeout: 60_000 }, async () => {
		const anyName = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
		await fc.assert(
			fc.asyncProperty(anyName, async (typed) => {
				const name = `x${typed.replace(/\s/g, ' ')}x`;
				const [row] = await readBack(list(hit({ name })), format);
				expect(row?.Service).toBe(name);
			}),
			{ numRuns: 40 },
		);
	});
});

test('nothing in a CSV is run as a formula', async () => {
	const file = await fileAnswer(list(hit({ name: '=HYPERLINK("http://mal.example")' })), 'csv', day).text();
	expect(file).toContain("'=HYPERLINK");
	expect(file).not.toMatch(/(^|;|\n)"?=/);
});

test('controls and lone surrogates, that XML forbids, are left out', async () => {
	const rows = await readBack(list(hit({ name: 'a\u0001b\ud800c' })), 'xlsx');
	expect(rows[0]?.Service).toBe('ab\ufffdc');
});

test('an unknown format is CSV', () => {
	expect(formatOf(new URLSearchParams('format=ods'))).toBe('ods');
	expect(formatOf(new URLSearchParams('format=exe'))).toBe('csv');
	expect(fileAnswer(list(), 'ods', day).headers.get('content-disposition')).toBe(
		'attachment; filename="passerelles-2026-11-23.ods"',
	);
});
