import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Refusal } from '#lib/refusal.ts';
import { translate } from '#lib/texts/translator.ts';
import { areJsonLines, readJsonLines } from './read-json-lines.ts';

async function* pieces(text: string, size = 65_536): AsyncGenerator<string> {
	for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}
const read = (text: string, size?: number) =>
	Array.fromAsync(readJsonLines(pieces(text, size), 'lieux.ndjson'));
const refusalOf = (text: string | AsyncIterable<string>) =>
	Array.fromAsync(readJsonLines(typeof text === 'string' ? pieces(text) : text, 'lieux.ndjson')).then(
		() => 'all was read',
		(error) => {
			if (!(error instanceof Refusal)) throw error;
			return `${error.status} ${translate(error.reason, error.values)}`;
		},
	);

test('rows are told by the line they stand on', async () => {
	expect(await read('{"id": 1}\n\n{"id": 2, "publics": [{"a": 1}]}\r\n  \n{"id": 3}')).toEqual([
		{ line: 1, values: { id: 1 } },
		{ line: 3, values: { id: 2, publics: [{ a: 1 }] } },
		{ line: 5, values: { id: 3 } },
	]);
});

test('any lines come back as they were written, wherever their pieces are cut', async () => {
	const values = fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue({ maxDepth: 3 }));
	await fc.assert(
		fc.asyncProperty(fc.array(values), fc.integer({ min: 1, max: 40 }), async (all, size) => {
			const lines = all.map((each) => JSON.stringify(each));
			const told = await read(lines.join('\n'), size);
			expect(told).toEqual(lines.map((line, rank) => ({ line: rank + 1, values: JSON.parse(line) })));
		}),
	);
});

test.each([
	['{"id": 1}\n{"id": 2}', true],
	['\n{"id": 1}\r\n\r\n  {"id": ', true],
	['{"id": 1}\n', false],
	['{"id": 1}\n]', false],
	['{\n"id": 1}\n{', false],
	['[{"id": 1}]\n{}', false],
])('%j: one object a line? %s', (head, expected) => {
	expect(areJsonLines(head)).toBe(expected);
});

test('a last line cut short says how much came whole', async () => {
	expect(await refusalOf('{"id": 1}\n{"id": 2}\n{"id":')).toBe(
		'422 Le fichier lieux.ndjson s’arrête au milieu, après 2 éléments complets. Téléchargez-le à nouveau.',
	);
});

test('a line that is not correct, or no object, is told', async () => {
	expect(await refusalOf('{"id": 1}\n\n{"id"\n{}')).toMatch(/^422 .*la ligne 3 n’est pas du JSON correct/);
	expect(await refusalOf('{"id": 1}\n[2]\n')).toMatch(
		/^422 .*la ligne 2 n’est pas une fiche entre accolades/,
	);
});

test('fifty levels are read, not one more, and a million are given up', async () => {
	const nested = (levels: number) => `{"a": ${'['.repeat(levels)}${']'.repeat(levels)}}\n`;
	expect(await read(nested(49))).toHaveLength(1);
	expect(await refusalOf(`{}\n${nested(50)}`)).toMatch(/^422 .*la ligne 2 emboîte plus de 50 niveaux/);
	expect(await refusalOf(nested(1_000_000))).toMatch(/^422 .*la ligne 1 emboîte/);
});

test('a line that goes on and on is given up long before its end', async () => {
	let given = 0;
	async function* endless(): AsyncGenerator<string> {
		yield '{"id": 1}\n{"nom": "';
		for (; given < 1600; given++) yield 'a'.repeat(65_536);
	}
	expect(await refusalOf(endless())).toMatch(/^422 .*la ligne 2 dépasse huit millions/);
	expect(given).toBeLessThan(200);
});
