import { createWriteStream } from 'node:fs';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { strToU8, Zip, ZipDeflate } from 'fflate';
import { expect, test } from 'vitest';
import { Refusal } from '#lib/refusal.ts';
import { placed } from '#lib/testing/mapping-trial.ts';
import { zipped } from '#lib/testing/workbooks.ts';
import { translate } from '#lib/texts/translator.ts';
import { readRows } from './read-rows.ts';

/** What is said of a file, how many of its rows came before, and how far memory went, in megabytes. */
async function readingOf(path: string) {
	const before = process.memoryUsage().rss;
	let [rows, highest] = [0, before];
	let said = 'everything was read';
	try {
		for await (const _ of readRows(path)) rows += 1;
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		said = `${error.status} ${error.reason}`;
		expect(translate(error.reason, error.values)).toMatch(/^\p{Lu}.*\.$/u);
	}
	highest = Math.max(highest, process.memoryUsage().rss);
	return { rows, said, megabytes: (highest - before) / 1e6 };
}

const parts = {
	'xl/workbook.xml': '<workbook><sheets><sheet name="F" sheetId="1" id="r1"/></sheets></workbook>',
	'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="r1" Target="f.xml"/></Relationships>',
};

/** A workbook whose sheet starts as one, then repeats a piece until it is enormous. */
async function swollen(name: string, start: string, piece: string, times: number): Promise<string> {
	const path = await placed(name, '');
	const chunks: Uint8Array[] = [];
	const zip = new Zip((error, chunk) => {
		if (error) throw error;
		chunks.push(chunk);
	});
	const add = (part: string, pieces: Iterable<Uint8Array>) => {
		const file = new ZipDeflate(part, { level: 9 });
		zip.add(file);
		for (const bytes of pieces) file.push(bytes);
		file.push(new Uint8Array(), true);
	};
	const isOds = name.endsWith('ods');
	for (const [part, text] of isOds ? [] : Object.entries(parts)) add(part, [strToU8(text)]);
	const block = strToU8(piece.repeat(1000));
	add(isOds ? 'content.xml' : 'xl/f.xml', [
		strToU8(start),
		...Array.from({ length: times / 1000 }, () => block),
	]);
	zip.end();
	await pipeline(Readable.from(chunks), createWriteStream(path));
	return path;
}

const header = '<row><c t="str"><v>a</v></c><c t="str"><v>b</v></c></row>';

test.each([
	[
		'lines that repeat',
		'b.xlsx',
		`<worksheet><sheetData>${header}`,
		'<row><c><v>1</v></c><c><v>1</v></c></row>',
		1_000_000,
	],
	[
		'one line that never ends',
		'b.xlsx',
		`<worksheet><sheetData>${header}<row>`,
		'<c><v>1</v></c>',
		3_000_000,
	],
	[
		'one cell that never ends',
		'b.xlsx',
		`<worksheet><sheetData>${header}<row><c t="str"><v>`,
		'aaaaaaaaaa',
		3_000_000,
	],
	['elements within elements', 'b.xlsx', '<worksheet><sheetData>', '<row>', 10_000_000],
	[
		'blanks after the end',
		'b.ods',
		'<body><table name="F"><table-row><table-cell><p>a</p></table-cell></table-row>',
		'<p> </p>',
		3_000_000,
	],
])('a workbook made of %s is refused before it fills the memory', async (_, name, start, piece, times) => {
	const { said, megabytes } = await readingOf(await swollen(name, start, piece, times));
	expect(said).toMatch(/422 mapping\.file\.(?:workbook-bomb|cell-too-long|workbook-broken)/);
	expect(megabytes).toBeLessThan(250);
});

test('texts that a workbook shares may not fill the memory either', async () => {
	const path = await placed(
		't.xlsx',
		zipped({
			...parts,
			'xl/sharedStrings.xml': `<sst>${'<si/>'.repeat(2_500_000)}</sst>`,
			'xl/f.xml': '<worksheet/>',
		}),
	);
	const { said, megabytes } = await readingOf(path);
	expect(said).toMatch(/^422 mapping\.file\.workbook-bomb$/);
	expect(megabytes).toBeLessThan(350);
});

test('an archive within an archive is no workbook', async () => {
	const inner = zipped({ 'content.xml': '<a/>' });
	const path = await placed('n.xlsx', zipped({ 'xl/workbook.xml': Buffer.from(inner).toString('latin1') }));
	expect((await readingOf(path)).said).toBe('422 mapping.file.workbook-broken');
});

test.each([
	['short names', (rank: number) => `c${rank}`],
	['long names', (rank: number) => `une colonne de plus, ${rank}`.replace(',', '')],
])('a million columns with %s: what is wrong is said, memory stays flat', async (_, name) => {
	const line = Array.from({ length: 1_000_000 }, (_, rank) => name(rank)).join(',');
	const path = await placed('large.csv', `${line}\n${line}\n`);
	const { said, megabytes } = await readingOf(path);
	expect(said).toBe('422 imports.file.too-many-columns');
	expect(megabytes).toBeLessThan(250);
});

test('a quote that swallows all that follows', async () => {
	const path = join(dirname(await placed('q.csv', '')), 'q.csv');
	function* text() {
		yield 'id,nom\n1,"';
		for (let time = 0; time < 500; time++) yield `${'une ligne de plus,\n'.repeat(2000)}`;
	}
	await pipeline(Readable.from(text()), createWriteStream(path));
	const { said, megabytes } = await readingOf(path);
	expect(said).toBe('422 imports.file.field-too-long');
	expect(megabytes).toBeLessThan(250);
});

test('JSON: objects within objects without end, and a line of JSON as deep', async () => {
	const deep = `{"a":${'{"a":'.repeat(200_000)}`;
	expect((await readingOf(await placed('deep.json', `[${deep}`))).said).toBe('422 imports.file.too-deep');
	const whole = `${'{"a":'.repeat(60)}1${'}'.repeat(60)}`;
	expect(await readingOf(await placed('deep.ndjson', `{"id":1}\n${whole}\n`))).toMatchObject({
		said: '422 imports.file.too-deep',
	});
});
