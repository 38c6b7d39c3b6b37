import { deflateSync } from 'node:zlib';
import { PDFDocument, PDFName, PDFString } from 'pdf-lib';
import { joined, viewOf } from '../pathway/files/bytes.ts';
import { crc32 } from '../pathway/files/crc32.ts';

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);
/** What no cleaned file may still hold. */
export const secret = 'Lila Martin, 4 rue des Lilas';

export const pngChunk = (name: string, data: Uint8Array): Uint8Array => {
	const named = joined([ascii(name), data]);
	const [length, check] = [new Uint8Array(4), new Uint8Array(4)];
	viewOf(length).setUint32(0, data.length);
	viewOf(check).setUint32(0, crc32(named));
	return joined([length, named, check]);
};

export const pngPoints = pngChunk('IDAT', deflateSync(Uint8Array.from([0, 200, 30, 90])));

/** A picture of one point, made by somebody who signed it in every way. */
export function samplePng(width = 1, height = 1): Uint8Array {
	const size = new Uint8Array(13);
	viewOf(size).setUint32(0, width);
	viewOf(size).setUint32(4, height);
	size.set([8, 2, 0, 0, 0], 8);
	return joined([
		Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
		pngChunk('IHDR', size),
		pngChunk('tEXt', ascii(`Author\0${secret}`)),
		pngChunk('iTXt', ascii(`XML:com.adobe.xmp\0\0\0\0\0${secret}`)),
		pngChunk('zTXt', joined([ascii('Comment\0\0'), deflateSync(secret)])),
		pngChunk('eXIf', ascii(`MM\0*${secret}`)),
		pngChunk('tIME', Uint8Array.from([7, 234, 11, 23, 11, 0, 0])),
		pngPoints,
		pngChunk('IEND', new Uint8Array(0)),
		ascii(`after the end: ${secret}`),
	]);
}

const segment = (marker: number, data: Uint8Array): Uint8Array => {
	const head = Uint8Array.from([0xff, marker, 0, 0]);
	viewOf(head).setUint16(2, data.length + 2);
	return joined([head, data]);
};

/** Points of a scan, with a stuffed zero and a restart. */
export const jpegPoints = Uint8Array.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56, 0x78]);

const exif = (turn: number): Uint8Array =>
	joined([
		ascii('Exif\0\0II'),
		Uint8Array.from([42, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, turn, 0, 0, 0, 0, 0, 0, 0]),
		ascii(secret),
	]);

/** A photograph with its maker, its place and its comments. */
export function sampleJpeg({ width = 2, height = 2, turn = 6 } = {}): Uint8Array {
	const frame = Uint8Array.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
	viewOf(frame).setUint16(1, height);
	viewOf(frame).setUint16(3, width);
	return joined([
		Uint8Array.from([0xff, 0xd8]),
		segment(0xe0, Uint8Array.from([0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0])),
		segment(0xe1, exif(turn)),
		segment(0xe1, ascii(`http://ns.adobe.com/xap/1.0/\0${secret}`)),
		segment(0xed, ascii(`Photoshop 3.0\0${secret}`)),
		segment(0xfe, ascii(secret)),
		segment(0xdb, new Uint8Array(65)),
		segment(0xc0, frame),
		segment(0xc4, new Uint8Array(17)),
		segment(0xda, Uint8Array.from([1, 1, 0, 0, 63, 0])),
		jpegPoints,
		Uint8Array.from([0xff, 0xd9]),
		ascii(secret),
	]);
}

const riffChunk = (name: string, data: Uint8Array): Uint8Array => {
	const head = joined([ascii(name), new Uint8Array(4)]);
	viewOf(head).setUint32(4, data.length, true);
	return joined([head, data, new Uint8Array(data.length % 2)]);
};

/** One point without loss: signature, size, and its codes. */
export const webpPoints = (width = 1, height = 1): Uint8Array => {
	const data = Uint8Array.from([0x2f, 0, 0, 0, 0, 0x10, 0x07, 0x10, 0x11, 0x11, 0x88, 0x88, 0x08]);
	viewOf(data).setUint32(1, ((width - 1) | ((height - 1) << 14)) >>> 0, true);
	return riffChunk('VP8L', data);
};

export function sampleWebp(width = 1, height = 1): Uint8Array {
	const canvas = Uint8Array.from([0b0010_1100, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
	viewOf(canvas).setUint16(4, width - 1, true);
	viewOf(canvas).setUint16(7, height - 1, true);
	const content = joined([
		riffChunk('VP8X', canvas),
		webpPoints(width, height),
		riffChunk('EXIF', ascii(secret)),
		riffChunk('XMP ', ascii(secret)),
	]);
	const head = joined([ascii('RIFF'), new Uint8Array(4), ascii('WEBP')]);
	viewOf(head).setUint32(4, content.length + 4, true);
	return joined([head, content, ascii(secret)]);
}

/** A letter of one page, signed by its author in its properties; `more` changes it before it is saved. */
export async function samplePdf(more: (pdf: PDFDocument) => void = () => undefined): Promise<Uint8Array> {
	const pdf = await PDFDocument.create();
	pdf.addPage([200, 200]).drawText('Bonjour');
	pdf.setAuthor(secret);
	pdf.setTitle(secret);
	const xmp = pdf.context.stream(`<x:xmpmeta>${secret}</x:xmpmeta>`, { Type: 'Metadata', Subtype: 'XML' });
	pdf.catalog.set(PDFName.of('Metadata'), pdf.context.register(xmp));
	pdf.catalog.set(PDFName.of('PieceInfo'), PDFString.of(secret));
	pdf.context.register(PDFString.of(secret));
	more(pdf);
	return pdf.save({ useObjectStreams: false });
}
