import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { translate } from '#lib/texts/translator.ts';
import { readText } from './read-text.ts';

const folder = await mkdtemp(join(tmpdir(), 'passerelles-texte-'));
afterAll(() => rm(folder, { recursive: true }));

const path = join(folder, 'lieux.csv');
async function textOf(bytes: Uint8Array): Promise<string> {
	await writeFile(path, bytes);
	return (await Array.fromAsync(readText(path))).join('');
}
const refusalOf = (file: string) =>
	Array.fromAsync(readText(join(folder, file))).then(
		() => undefined,
		({ status, reason, values }) => `${status} ${translate(reason, values)}`,
	);

const told = 'commune;œuvre\nSaint-Étienne;l’été à 10 € – « Ça » 🏠\n';
const bigEndian = (text: string) => Buffer.from(text, 'utf16le').swap16();

test.each([
	['UTF-8', Buffer.from(told)],
	['UTF-8 with its mark', Buffer.from(`\ufeff${told}`)],
	['UTF-16 of Windows', Buffer.from(`\ufeff${told}`, 'utf16le')],
	['UTF-16 the other way round', bigEndian(`\ufeff${told}`)],
])('a text in %s is read as it was written', async (_, bytes) => {
	expect(await textOf(bytes)).toBe(told);
});

test('a text of an old spreadsheet, in Windows-1252, keeps its accents, its euros and its apostrophes', async () => {
	const bytes = Buffer.concat([
		Buffer.from('\u00c9t\u00e9 \u00e0 10 ', 'latin1'),
		Buffer.from([0x80, 0x20, 0x92, 0x20, 0x9c, 0x20, 0x96]),
	]);
	expect(await textOf(bytes)).toBe('Été à 10 € ’ œ –');
});

test('accents that come after a long beginning without any are read in either writing', async () => {
	const ascii = 'a;b\n'.repeat(50_000);
	expect(await textOf(Buffer.from(`${ascii}Étaples`))).toBe(`${ascii}Étaples`);
	expect(await textOf(Buffer.from(`${ascii}Étaples`, 'latin1'))).toBe(`${ascii}Étaples`);
});

test('any text is the same once read, wherever its pieces are cut', async () => {
	const text = fc.string({ unit: 'grapheme', minLength: 1 });
	await fc.assert(
		fc.asyncProperty(text, fc.nat(4), async (some, offset) => {
			const long = `${'é'.repeat(32_766)}${'a'.repeat(offset)}${some.replace(/\p{Cc}/gu, ' ')}`;
			expect(await textOf(Buffer.from(long))).toBe(long);
			expect(await textOf(Buffer.from(`\ufeff${long}`, 'utf16le'))).toBe(long);
		}),
		{ numRuns: 30 },
	);
});

test('a file that cannot be opened says why, and what to do', async () => {
	await mkdir(join(folder, 'dossier'));
	expect(await refusalOf('dossier')).toBe('422 dossier est un dossier. Donnez le nom d’un fichier.');
	expect(await refusalOf('absent.csv')).toBe(
		'422 Le fichier absent.csv n’existe pas. Vérifiez son nom et son dossier.',
	);
	await writeFile(join(folder, 'lu'), 'a');
	expect(await refusalOf('lu/absent.csv')).toMatch(/^422 .*n’existe pas/);
});

test.skipIf(process.getuid?.() === 0)('a file closed to its reader says so', async () => {
	await writeFile(join(folder, 'ferme.csv'), 'a', { mode: 0o000 });
	expect(await refusalOf('ferme.csv')).toMatch(/^422 .*Donnez le droit de le lire/);
});

test.each([
	['vide', Buffer.alloc(0), /est vide/],
	['classeur', Buffer.from('PK\u0003\u0004\u0014\u0000'), /classeur.*enregistrez-le en CSV/],
	['compresse', Buffer.from([0x1f, 0x8b, 8, 0]), /archive/],
	['programme', Buffer.from('7f454c4602010100', 'hex'), /ne contient pas de texte.*CSV, JSON/],
	['document.pdf', Buffer.from('%PDF-1.7\n1 0 obj'), /ne contient pas de texte/],
	['image', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), /ne contient pas de texte/],
	['bruit', Buffer.from([1, 2, 3, 4, 5, 6, 7, 65]), /ne contient pas de texte/],
])('what is no text is refused: %s', async (name, bytes, words) => {
	await writeFile(join(folder, name), bytes);
	expect(await refusalOf(name)).toMatch(words);
});
