import { joined, standsAt, viewOf } from './bytes.ts';
import { crc32 } from './crc32.ts';
import { type CleanFile, mostParts, refused, sizeProblem } from './kept-file.ts';

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

export const isPng = (bytes: Uint8Array): boolean => standsAt(bytes, 0, signature);

/** What draws the picture; everything else (tEXt, iTXt, zTXt, eXIf, tIME, private chunks) tells about its maker. */
const drawing = ['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'bKGD', 'pHYs'];

interface Chunk {
	readonly name: string;
	/** Length, name, data and check. */
	readonly whole: Uint8Array;
	readonly data: Uint8Array;
}

/**
 * A PNG with nothing but what draws it; its points are untouched, and what follows its end is cut. Animations lose
 * their movement. Source: W3C, Portable Network Graphics (PNG) Specification, third edition, sections 5 and 11.
 */
export function cleanPng(bytes: Uint8Array): CleanFile {
	const chunks = chunksOf(bytes);
	const [header] = chunks;
	if (header?.name !== 'IHDR' || header.data.length !== 13 || !isWhole(chunks))
		return refused('notes.file-broken');
	const view = viewOf(header.data);
	const problem = sizeProblem(view.getUint32(0), view.getUint32(4));
	if (problem) return refused(problem);
	const kept = chunks.filter(({ name }) => drawing.includes(name)).map(({ whole }) => whole);
	return { ok: true, mediaType: 'image/png', bytes: joined([bytes.subarray(0, signature.length), ...kept]) };
}

const isWhole = (chunks: readonly Chunk[]): boolean =>
	chunks.at(-1)?.name === 'IEND' &&
	chunks.filter(({ name }) => name === 'IHDR').length === 1 &&
	chunks.some(({ name, data }) => name === 'IDAT' && data.length > 0);

/** Chunks as far as each is whole and its check is right; a file cut short has no end. */
function chunksOf(bytes: Uint8Array): readonly Chunk[] {
	const view = viewOf(bytes);
	const chunks: Chunk[] = [];
	let place = signature.length;
	while (place + 12 <= bytes.length && chunks.at(-1)?.name !== 'IEND' && chunks.length < mostParts) {
		const end = place + 12 + view.getUint32(place);
		if (end > bytes.length || crc32(bytes.subarray(place + 4, end - 4)) !== view.getUint32(end - 4)) break;
		const name = String.fromCharCode(...bytes.subarray(place + 4, place + 8));
		chunks.push({ name, whole: bytes.subarray(place, end), data: bytes.subarray(place + 8, end - 4) });
		place = end;
	}
	return chunks;
}
