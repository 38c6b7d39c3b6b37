import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Refusal } from '#lib/refusal.ts';
import { translate } from '#lib/texts/translator.ts';
import { readTableRows } from './read-table-rows.ts';

async function* pieces(text: string, size = 65_536): AsyncGenerator<string> {
	const letters = Array.from(text); // a decoder never cuts one in two
	for (let at = 0; at < letters.length; at += size) yield letters.slice(at, at + size).join('');
}
const read = (text: string, size?: number) =>
	Array.fromAsync(readTableRows(pieces(text, size), text, 'lieux.csv'));
const refusalOf = (text: AsyncIterable<string> | string) =>
	Array.fromAsync(readTableRows(typeof text === 'string' ? pieces(text) : text, 'a,b', 'lieux.csv')).then(
		() => 'all was read',
		(error) => {
			if (!(error instanceof Refusal)) throw error;
			return `${error.status} ${translate(error.reason, error.values)}`;
		},
	);

test.each([',', ';', '\t'])('the separator %j is found on the first line', async (sign) => {
	expect(await read(`id${sign}nom\n1${sign}CCAS\n`)).toEqual([{ line: 2, values: { id: '1', nom: 'CCAS' } }]);
});

test('a separator within quotes counts for nothing', async () => {
	expect(await read('"nom, prénom, surnom";ville\n"a, b";Lens')).toEqual([
		{ line: 2, values: { 'nom, prénom, surnom': 'a, b', ville: 'Lens' } },
	]);
});

test('the names of the columns lose their outer spaces; without a name, or twice the same, they take their rank', async () => {
	const [row] = await read(' id ,nom ,,nom\n1,a,b,c');
	expect(row?.values).toEqual({ id: '1', nom: 'a', '#3': 'b', 'nom#4': 'c' });
});

test.each(['\n', '\r\n', '\r'])('each row knows the line where it starts, lines ended by %j', async (end) => {
	const text = ['id,nom', '1,"a', 'b', 'c"', '', '2,d', ',', '3,"e ""f"""', '4,g'].join(end);
	expect((await read(text)).map(({ line, values }) => [line, values.id, values.nom])).toEqual([
		[2, '1', `a${end}b${end}c`],
		[6, '2', 'd'],
		[8, '3', 'e "f"'],
		[9, '4', 'g'],
	]);
});

test('lines before the names of the columns count too', async () => {
	expect((await read('\n\n"i\nd",nom\n1,a')).map(({ line }) => line)).toEqual([5]);
});

test('a short line has empty cells; cells beyond the last column are counted', async () => {
	expect(await read('id,nom\n1\n2,a,b,,c\n3,d,,')).toEqual([
		{ line: 2, values: { id: '1', nom: '' } },
		{ line: 3, values: { id: '2', nom: 'a' }, extraCells: 2 },
		{ line: 4, values: { id: '3', nom: 'd' } },
	]);
});

test('a quote in the middle of a cell is one of its letters', async () => {
	expect((await read('id,nom\n1,le "Phare" ici'))[0]?.values.nom).toBe('le "Phare" ici');
});

test('any table comes back as it was written, wherever its pieces are cut', async () => {
	const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', ';', '\n', ' ', '🏠') });
	const cells = fc.record({ b: cell, c: cell });
	await fc.assert(
		fc.asyncProperty(fc.array(cells), fc.integer({ min: 1, max: 50 }), async (rows, size) => {
			const written = rows.map((row, rank) => ({ a: `${rank}`, ...row }));
			const text = stringify(written, { header: true, columns: ['a', 'b', 'c'] });
			expect((await read(text, size)).map(({ values }) => values)).toEqual(written);
		}),
	);
});

test('a quote never closed is told by its line', async () => {
	expect(await refusalOf('id,nom\n1,a\n2,"b\n3,c\n')).toBe(
		'422 Dans lieux.csv, un guillemet ouvert vers la ligne 3 n’est jamais refermé. Refermez-le, puis recommencez.',
	);
});

test('a quote closed in the middle of a cell is one of its letters', async () => {
	expect((await read('id,nom\n1,"a"b\n2,c')).map(({ values }) => values.nom)).toEqual(['"a"b', 'c']);
});

test('a hundred thousand columns are too many', async () => {
	const names = Array.from({ length: 100_000 }, (_, rank) => `c${rank}`).join(',');
	expect(await refusalOf(`${names}\n${names}`)).toMatch(/^422 .*plus de 1\s000 colonnes.*séparateur/);
});

test('a cell past a million characters is refused', async () => {
	expect(await refusalOf(`id,nom\n1,${'a'.repeat(1_000_001)}\n`)).toMatch(/^422 .*ligne 2, .*un million/);
});

test('a cell of a hundred million characters is given up long before its end', async () => {
	let given = 0;
	async function* endless(): AsyncGenerator<string> {
		yield 'id,nom\n1,"';
		for (; given < 1600; given++) yield 'a'.repeat(65_536);
	}
	expect(await refusalOf(endless())).toMatch(/^422 .*ligne 2, .*un million.*guillemet/);
	expect(given).toBeLessThan(200);
});
