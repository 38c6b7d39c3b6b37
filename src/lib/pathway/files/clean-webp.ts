import { joined, standsAt, viewOf } from './bytes.ts';
import { type CleanFile, mostParts, refused, sizeProblem } from './kept-file.ts';

export const isWebp = (bytes: Uint8Array): boolean =>
	standsAt(bytes, 0, 'RIFF') && standsAt(bytes, 8, 'WEBP');

const drawing = ['VP8 ', 'VP8L', 'VP8X', 'ALPH'];

interface Chunk {
	readonly name: string;
	/** Name, length, data, and a byte that makes its size even. */
	readonly whole: Uint8Array;
	readonly data: Uint8Array;
}

/**
 * A WebP with nothing but what draws it: neither EXIF, XMP nor unknown chunks, and its header says so; its points are
 * untouched, and what follows its end is cut. Source: RFC 9649, sections 2 and 3 (VP8X flags, VP8L header), RFC 6386,
 * section 9.1 (VP8 frame header).
 */
export function cleanWebp(bytes: Uint8Array): CleanFile {
	const chunks = chunksOf(bytes);
	const first = chunks?.[0];
	if (!chunks || !first) return refused('notes.file-broken');
	if (chunks.some(({ name }) => name === 'ANIM' || name === 'ANMF')) return refused('notes.file-animated');
	const size = sizeOf(first);
	if (!size || !drawsSomething(chunks)) return refused('notes.file-broken');
	const problem = sizeProblem(...size) ?? chunks.map(pictureProblem).find((found) => found !== undefined);
	if (problem) return refused(problem);
	const kept = chunks.filter(({ name }) => drawing.includes(name)).map(withoutFlags);
	return { ok: true, mediaType: 'image/webp', bytes: inRiff(kept) };
}

const drawsSomething = (chunks: readonly Chunk[]): boolean =>
	chunks.some(({ name, data }) => ['VP8 ', 'VP8L'].includes(name) && data.length > 0);

/** The chunks told by the file's own length, if each is whole. */
function chunksOf(bytes: Uint8Array): readonly Chunk[] | undefined {
	if (bytes.length < 20) return undefined;
	const view = viewOf(bytes);
	const end = 8 + view.getUint32(4, true);
	if (end > bytes.length) return undefined;
	const chunks: Chunk[] = [];
	let place = 12;
	while (place + 8 <= end) {
		const length = view.getUint32(place + 4, true);
		const next = place + 8 + length + (length % 2);
		if (next > end || chunks.length === mostParts) return undefined;
		const name = String.fromCharCode(...bytes.subarray(place, place + 4));
		chunks.push({
			name,
			whole: bytes.subarray(place, next),
			data: bytes.subarray(place + 8, place + 8 + length),
		});
		place = next;
	}
	return place === end ? chunks : undefined;
}

/** Width and height, by the first chunk: the picture itself, or the canvas. */
function sizeOf({ name, data }: Chunk): readonly [number, number] | undefined {
	const view = viewOf(data);
	if (name === 'VP8X' && data.length === 10) return [1 + triple(view, 4), 1 + triple(view, 7)];
	if (name === 'VP8L' && data.length >= 5 && data[0] === 0x2f) {
		const packed = view.getUint32(1, true);
		return [1 + (packed & 0x3fff), 1 + ((packed >>> 14) & 0x3fff)];
	}
	if (name === 'VP8 ' && data.length >= 10 && standsAt(data, 3, [0x9d, 0x01, 0x2a]))
		return [view.getUint16(6, true) & 0x3fff, view.getUint16(8, true) & 0x3fff];
	return undefined;
}

/** A picture inside a canvas is a picture all the same. */
function pictureProblem(chunk: Chunk) {
	if (chunk.name !== 'VP8 ' && chunk.name !== 'VP8L') return undefined;
	const size = sizeOf(chunk);
	return size ? sizeProblem(...size) : 'notes.file-broken';
}

const triple = (view: DataView, place: number): number =>
	view.getUint16(place, true) + view.getUint8(place + 2) * 0x10000;

/** The canvas's header no longer announces a colour profile, Exif or XMP. */
function withoutFlags({ name, whole }: Chunk): Uint8Array {
	if (name !== 'VP8X') return whole;
	const header = whole.slice();
	header[8] = (header[8] ?? 0) & ~0b0010_1100;
	return header;
}

function inRiff(chunks: readonly Uint8Array[]): Uint8Array {
	const content = joined(chunks);
	const header = Uint8Array.from([0x52, 0x49, 0x46, 0x46, 0, 0, 0, 0, 0x57, 0x45, 0x42, 0x50]);
	viewOf(header).setUint32(4, content.length + 4, true);
	return joined([header, content]);
}
