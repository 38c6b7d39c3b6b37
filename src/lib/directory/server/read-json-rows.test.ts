import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Refusal } from '#lib/refusal.ts';
import { translate } from '#lib/texts/translator.ts';
import { readJsonRows } from './read-json-rows.ts';

async function* pieces(text: string, size = 65_536): AsyncGenerator<string> {
	for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}
const readPieces = (text: AsyncIterable<string>, head: string) =>
	Array.fromAsync(readJsonRows(text, head, 'lieux.json'));
const read = (text: string, size?: number) => readPieces(pieces(text, size), text);
const refusalOf = (text: string, given: AsyncIterable<string> = pieces(text)) =>
	readPieces(given, text).then(
		() => 'all was read',
		(error) => {
			if (!(error instanceof Refusal)) throw error;
			return `${error.status} ${translate(error.reason, error.values)}`;
		},
	);
const a = { id: 'a', publics: ['jeunes'], structure: { nom: 'CCAS' } };
const b = { id: 'b', publics: [], structure: null };
const rows = (...all: Record<string, unknown>[]) => all.map((values, rank) => ({ line: rank + 1, values }));

test('the elements of a list are rows, told by their rank', async () => {
	expect(await read(JSON.stringify([a, b], null, '\t'))).toEqual(rows(a, b));
});

test('the elements of the lists that an object holds are rows, counted one after the other', async () => {
	expect(await read(JSON.stringify({ total: 2, items: [a, b], next: 'https://…' }))).toEqual(rows(a, b));
	expect(await read(JSON.stringify({ structures: [a], services: [b, a] }))).toEqual(rows(a, b, a));
});

test('an object that holds no list of objects is itself a row', async () => {
	expect(await read(JSON.stringify(a))).toEqual(rows(a));
	expect(await read('{"nom": "CCAS", "points": [[1, 2]]}')).toEqual(rows({ nom: 'CCAS', points: [[1, 2]] }));
});

test('an object that has an identifier is a row beside those of its lists', async () => {
	expect(await read(JSON.stringify({ id: 's', publics: ['jeunes'], services: [a, b] }))).toEqual(
		rows(a, b, { id: 's', publics: ['jeunes'] }),
	);
});

test.each(['[]', '{}', '{"items": [], "total": 0}'])('%s tells nothing', async (text) => {
	expect(await read(text)).toEqual([]);
});

test('any list comes back as it was written, wherever its pieces are cut', async () => {
	const values = fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue({ maxDepth: 3 }));
	await fc.assert(
		fc.asyncProperty(fc.array(values), fc.integer({ min: 1, max: 40 }), async (all, size) => {
			const text = JSON.stringify(all);
			expect(await read(text, size)).toEqual(rows(...JSON.parse(text)));
		}),
	);
});

test('wherever a document is cut, it says how much came whole', async () => {
	for (const whole of [JSON.stringify([a, b, a]), JSON.stringify({ items: [a, b, a] })])
		for (let end = 1; end < whole.length; end++)
			expect(await refusalOf(whole.slice(0, end))).toMatch(
				/^422 Le fichier lieux\.json s’arrête au milieu, après .*Téléchargez-le à nouveau\.$/,
			);
	expect(await refusalOf('[{"id": 1}, {"id"')).toContain('après 1 élément complet');
});

test.each([
	['[{"id": 1}, {"id": nope}]', 2],
	['[{"id": 1}, {id: 2}]', 2],
	['[{"id": 1} {"id": 2}]', 2],
	['[{"id": 1}]]', 2],
	['[{"id": "a\u0000"}]', 1],
])('%s is not correct', async (text, line) => {
	expect(await refusalOf(text)).toBe(
		`422 Dans lieux.json, l’élément ${line} n’est pas du JSON correct. Corrigez le fichier, puis recommencez.`,
	);
});

test.each([
	['[{"id": 1}, 2]', 2],
	['["a", "b"]', 1],
	['[[{"id": 1}]]', 1],
	['[null]', 1],
	['{"items": [{"id": 1}, null]}', 2],
	['{"items": [null, {"id": 1}]}', 1],
])('%s mixes rows with something else', async (text, line) => {
	expect(await refusalOf(text)).toBe(
		`422 Dans lieux.json, l’élément ${line} n’est pas une fiche entre accolades. Corrigez le fichier, puis recommencez.`,
	);
});

const nested = (levels: number) => `[{"id": 1}, {"a": ${'['.repeat(levels)}${']'.repeat(levels)}}]`;

test('fifty levels are read, not one more, and a million are given up at once', async () => {
	expect(await read(nested(48))).toHaveLength(2);
	const words = '422 Dans lieux.json, l’élément 2 emboîte plus de 50 niveaux.';
	expect(await refusalOf(nested(49))).toContain(words);
	expect(await refusalOf(nested(1_000_000))).toContain(words);
	expect(await refusalOf('{"a":'.repeat(1_000_000))).toContain('l’élément 1 emboîte plus de 50');
});

test.each([
	'[{"id": 1}, {"nom": "',
	'[{"id": 1}, {"n',
	'[{"id": 1}, ',
	'{"items": [{"id": 1}], "message": "',
])('what goes on and on after %s is given up long before its end', async (start) => {
	let given = 0;
	async function* endless(): AsyncGenerator<string> {
		yield start;
		for (; given < 1600; given++) yield ' '.repeat(65_536);
	}
	expect(await refusalOf(start, endless())).toMatch(/^422 .*l’élément 2 dépasse huit millions de caractères/);
	expect(given).toBeLessThan(200);
});

test('a member named as the prototype of an object is a value like another', async () => {
	const [row] = await read('[{"__proto__": {"id": 1}}]');
	expect(Object.hasOwn(row?.values ?? {}, '__proto__')).toBe(true);
	expect(row?.values.id).toBeUndefined();
});
