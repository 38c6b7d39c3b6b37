import { joined, standsAt, viewOf } from './bytes.ts';
import { type CleanFile, mostParts, refused, sizeProblem } from './kept-file.ts';

export const isJpeg = (bytes: Uint8Array): boolean => standsAt(bytes, 0, [0xff, 0xd8, 0xff]);

const startOfScan = 0xda;
const endOfImage = 0xd9;
/** Frames: what tells the size, whatever the method; 0xC4, 0xC8 and 0xCC are tables. */
const isFrame = (marker: number): boolean =>
	marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

interface Segment {
	readonly marker: number;
	/** Marker, length and data; after a start of scan, its points too. */
	readonly whole: Uint8Array;
	readonly data: Uint8Array;
}

/**
 * A JPEG with nothing but what draws it: neither Exif, XMP, IPTC, comments nor thumbnails; its points are untouched,
 * and what follows its end is cut. The turn that Exif asked for is kept, alone, so that the picture stays upright.
 * A picture inside a document is not turned by it: `keepTurn` is then false. Source: ITU-T T.81 (JPEG), annex B; Exif 2.32, section 4.6.
 */
export function cleanJpeg(bytes: Uint8Array, keepTurn = true): CleanFile {
	const segments = segmentsOf(bytes);
	const [frame, another] = segments.filter(({ marker }) => isFrame(marker));
	if (segments.at(-1)?.marker !== endOfImage || !frame || frame.data.length < 6 || another)
		return refused('notes.file-broken');
	if (!segments.some(({ marker }) => marker === startOfScan)) return refused('notes.file-broken');
	const view = viewOf(frame.data);
	const problem = sizeProblem(view.getUint16(3), view.getUint16(1));
	if (problem) return refused(problem);
	const turn = keepTurn ? segments.map(turnOf).find((found) => found !== undefined) : undefined;
	const kept = segments.filter(draws).map(({ whole }) => whole);
	const start = [bytes.subarray(0, 2), ...(turn === undefined ? [] : [exifOfTurn(turn)])];
	return { ok: true, mediaType: 'image/jpeg', bytes: joined([...start, ...kept]) };
}

/** Comments and application segments tell; but Adobe's (colour transform) and JFIF's without thumbnail draw. */
function draws({ marker, data }: Segment): boolean {
	if (marker === 0xee) return standsAt(data, 0, 'Adobe') && data.length === 12;
	if (marker === 0xe0) return standsAt(data, 0, 'JFIF\0') && data.length === 14;
	return marker !== 0xfe && !(marker >= 0xe0 && marker <= 0xef) && !(marker >= 0xf0 && marker <= 0xfd);
}

function segmentsOf(bytes: Uint8Array): readonly Segment[] {
	const segments: Segment[] = [];
	let place = 2;
	while (place < bytes.length && segments.at(-1)?.marker !== endOfImage && segments.length < mostParts) {
		const segment = segmentAt(bytes, place);
		if (!segment) break;
		segments.push(segment);
		place += segment.whole.length;
	}
	return segments;
}

function segmentAt(bytes: Uint8Array, place: number): Segment | undefined {
	const marker = bytes[place + 1];
	if (bytes[place] !== 0xff || marker === undefined) return undefined;
	if (marker === 0xff) return { marker: 0xfe, whole: fillAt(bytes, place), data: nothing };
	if (marker === endOfImage) return { marker, whole: bytes.subarray(place, place + 2), data: nothing };
	if (marker < 0xc0 || (marker >= 0xd0 && marker <= 0xd8)) return undefined;
	if (place + 4 > bytes.length) return undefined;
	const length = viewOf(bytes).getUint16(place + 2);
	const end = place + 2 + length;
	if (length < 2 || end > bytes.length) return undefined;
	const whole = bytes.subarray(place, marker === startOfScan ? endOfScan(bytes, end) : end);
	return { marker, whole, data: bytes.subarray(place + 4, end) };
}

const nothing = new Uint8Array(0);

/** A marker may be preceded by fill bytes, which draw nothing: all of them but the marker's own. */
function fillAt(bytes: Uint8Array, place: number): Uint8Array {
	const next = bytes.subarray(place).findIndex((byte) => byte !== 0xff);
	return bytes.subarray(place, next === -1 ? bytes.length : place + next - 1);
}

/** Points go on until a marker: a stuffed zero and restarts (D0 to D7) belong to them. */
function endOfScan(bytes: Uint8Array, start: number): number {
	let place = bytes.indexOf(0xff, start);
	while (place !== -1) {
		const next = bytes[place + 1] ?? endOfImage;
		if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return place;
		place = bytes.indexOf(0xff, place + 1);
	}
	return bytes.length;
}

const orientation = 0x0112;

/** How Exif says to turn the picture, from 2 to 8; nothing when it is upright or not told. */
function turnOf({ marker, data }: Segment): number | undefined {
	if (marker !== 0xe1 || !standsAt(data, 0, 'Exif\0\0') || data.length < 14) return undefined;
	const tiff = viewOf(data.subarray(6));
	const little = tiff.getUint16(0) === 0x4949;
	const first = tiff.getUint32(4, little);
	if (first + 2 > tiff.byteLength) return undefined;
	for (let entry = 0; entry < tiff.getUint16(first, little); entry++) {
		const place = first + 2 + entry * 12;
		if (place + 12 > tiff.byteLength) return undefined;
		if (tiff.getUint16(place, little) !== orientation) continue;
		const turn = tiff.getUint16(place + 8, little);
		return turn >= 2 && turn <= 8 ? turn : undefined;
	}
	return undefined;
}

/** An Exif segment that says one thing: how to turn the picture. */
const exifOfTurn = (turn: number): Uint8Array =>
	Uint8Array.from([
		...[0xff, 0xe1, 0, 34],
		...[0x45, 0x78, 0x69, 0x66, 0, 0],
		...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8],
		...[0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turn, 0, 0],
		...[0, 0, 0, 0],
	]);
