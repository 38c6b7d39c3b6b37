import fc from 'fast-check';
import { PDFDocument, PDFName } from 'pdf-lib';
import { expect, test } from 'vitest';
import {
	jpegPoints,
	pngPoints,
	sampleJpeg,
	samplePdf,
	samplePng,
	sampleWebp,
	secret,
	webpPoints,
} from '#lib/testing/sample-files.ts';
import { cleanFile } from './clean-file.ts';
import { heaviest } from './kept-file.ts';

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const within = (bytes: Uint8Array, part: Uint8Array): boolean => text(bytes).includes(text(part));
const ascii = (words: string): Uint8Array => new TextEncoder().encode(words);

async function kept(bytes: Uint8Array): Promise<Uint8Array> {
	const clean = await cleanFile(bytes);
	if (!clean.ok) throw new Error(clean.problem);
	return clean.bytes;
}
const problemOf = async (bytes: Uint8Array) => {
	const clean = await cleanFile(bytes);
	return clean.ok ? undefined : clean.problem;
};

test.each([
	['image/png', samplePng(), pngPoints],
	['image/jpeg', sampleJpeg(), jpegPoints],
	['image/webp', sampleWebp(), webpPoints()],
])('%s: what tells of its maker is gone, its points are untouched', async (mediaType, bytes, points) => {
	expect(text(bytes)).toContain(secret);
	const clean = await cleanFile(bytes);
	expect(clean).toMatchObject({ ok: true, mediaType });
	const after = await kept(bytes);
	expect(text(after)).not.toContain(secret);
	expect(within(after, points)).toBe(true);
	expect(await kept(after)).toEqual(after);
});

test('a photograph stays upright: of all that Exif said, only its turn is kept', async () => {
	const after = text(await kept(sampleJpeg({ turn: 6 })));
	expect(after).toContain('Exif\0\0MM');
	expect(text(await kept(sampleJpeg({ turn: 1 })))).not.toContain('Exif');
	expect(text(await kept(await kept(sampleJpeg({ turn: 8 }))))).toContain('\x01\x12\0\x03\0\0\0\x01\0\x08');
});

test('a WebP no longer announces Exif, XMP or a colour profile', async () => {
	expect((await kept(sampleWebp()))[20]).toBe(0);
});

test('a PDF loses its properties, its XMP and what was erased, and keeps its page', async () => {
	const before = await samplePdf();
	const after = await kept(before);
	expect(text(after)).not.toContain(secret);
	const pdf = await PDFDocument.load(after, { updateMetadata: false });
	expect([pdf.getPageCount(), pdf.getAuthor(), pdf.getTitle(), pdf.getProducer()]).toEqual([
		1,
		undefined,
		undefined,
		undefined,
	]);
});

test('a photograph inside a PDF is cleaned too', async () => {
	const after = await kept(
		await samplePdf((pdf) => {
			const picture = pdf.context.stream(sampleJpeg(), { Subtype: 'Image', Filter: 'DCTDecode' });
			pdf.getPage(0).node.setXObject(PDFName.of('Photo'), pdf.context.register(picture));
		}),
	);
	expect(text(after)).not.toContain(secret);
	expect(within(after, jpegPoints)).toBe(true);
});

test.each([
	['JavaScript', (pdf: PDFDocument) => pdf.addJavaScript('main', 'app.alert(1)')],
	[
		'a program to launch',
		(pdf: PDFDocument) =>
			pdf.catalog.set(PDFName.of('OpenAction'), pdf.context.obj({ S: 'Launch', F: 'cmd.exe' })),
	],
	[
		'a name written with codes',
		(pdf: PDFDocument) => pdf.catalog.set(PDFName.of('J#53'), pdf.context.obj('app.alert(1)')),
	],
])('a PDF with %s is refused', async (_, more) => {
	expect(await problemOf(await samplePdf(more))).toBe('notes.file-active');
});

test('a PDF that carries a file is refused, even inside compressed objects', async () => {
	const pdf = await PDFDocument.load(await samplePdf());
	await pdf.attach(ascii('MZ'), 'facture.exe', { mimeType: 'application/octet-stream' });
	expect(await problemOf(await pdf.save({ useObjectStreams: true }))).toBe('notes.file-active');
});

test('a locked PDF is refused with its own sentence', async () => {
	const locked = text(await samplePdf()).replace('/Root', '/Encrypt << /Filter /Standard /V 1 >>\n/Root');
	expect(await problemOf(Buffer.from(locked, 'latin1'))).toBe('notes.file-locked');
});

test('an index that inflates without end is refused without inflating it all', async () => {
	const { deflateSync } = await import('node:zlib');
	const bomb = deflateSync(Buffer.alloc(200 * 1024 ** 2));
	const head = '%PDF-1.5\n1 0 obj <</Type /Obj#53tm /N 1 /First 4 /Filter /FlateDecode>> stream\n';
	const file = Buffer.concat([Buffer.from(head), bomb, Buffer.from('\nendstream endobj\n%%EOF')]);
	const before = process.memoryUsage().rss;
	expect(await problemOf(file)).toBe('notes.file-broken');
	expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 ** 2);
});

test.each([
	['nothing', new Uint8Array(0), 'notes.file-empty'],
	['an executable, whatever its name', ascii('MZ\x90\0\x03This program cannot be run'), 'notes.file-unknown'],
	['an executable that says %PDF- first', ascii('%PDF-1.4\nMZ\x90\0 %%EOF'), 'notes.file-broken'],
	['a page of the web', ascii('<!doctype html><script>alert(1)</script>'), 'notes.file-unknown'],
	['a drawing that runs scripts', ascii('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'notes.file-unknown'],
	['more than ten mebibytes', new Uint8Array(heaviest + 1), 'notes.file-big'],
	['a PNG of 100 million points', samplePng(10_000, 10_000), 'notes.file-huge'],
	['a JPEG of 100 million points', sampleJpeg({ width: 10_000, height: 10_000 }), 'notes.file-huge'],
	['a WebP of 100 million points', sampleWebp(10_000, 10_000), 'notes.file-huge'],
	['a PNG without points', samplePng(0, 10), 'notes.file-broken'],
	['half of a PNG', samplePng().subarray(0, 60), 'notes.file-broken'],
	['half of a JPEG', sampleJpeg().subarray(0, 60), 'notes.file-broken'],
	['half of a WebP', sampleWebp().subarray(0, 40), 'notes.file-broken'],
])('%s is refused, with its reason', async (_, bytes, problem) => {
	expect(await problemOf(bytes)).toBe(problem);
});

test('whatever is changed in a file, nothing throws and only whole clean files come out', async () => {
	const originals = [samplePng(), sampleJpeg(), sampleWebp(), await samplePdf()];
	const changes = fc.array(fc.tuple(fc.nat(1 << 16), fc.nat(255)), { minLength: 1, maxLength: 8 });
	const cut = fc.option(fc.nat(1 << 16), { nil: undefined });
	await fc.assert(
		fc.asyncProperty(fc.constantFrom(...originals), changes, cut, async (original, changed, end) => {
			const bytes = original.slice();
			for (const [place, value] of changed) bytes[place % bytes.length] = value;
			const clean = await cleanFile(end === undefined ? bytes : bytes.subarray(0, end % bytes.length));
			if (!clean.ok) return;
			const again = await cleanFile(clean.bytes);
			expect(again).toMatchObject({ ok: true, mediaType: clean.mediaType });
		}),
		{ numRuns: 400 },
	);
});

test('any bytes at all: nothing throws, nothing comes out', async () => {
	await fc.assert(
		fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => !(await cleanFile(bytes)).ok),
	);
});
