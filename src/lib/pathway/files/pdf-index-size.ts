import { Unzlib } from 'fflate';

/** The most that the indices of a document may become once inflated: a real one stays far below. */
const mostInflated = 64 * 1024 ** 2;
const step = 8 * 1024;
/** The most indices of a document, and the most times that one may seem to begin. */
const [mostIndices, mostStarts] = [5000, 8];

/**
 * Whether the indices of a PDF (object streams, cross-reference streams: what a reader must inflate to know anything)
 * are too large or made to be: several inflations, or methods never used for them. Source: ISO 32000-1, 7.5.7 and 7.5.8.
 */
export function hidesTooMuch(bytes: Uint8Array): boolean {
	let [left, indices] = [mostInflated, 0];
	for (const part of partsOf(bytes)) {
		const text = plainNames(latin1(part));
		if (!/ObjStm|XRef/.test(text)) continue;
		if (++indices > mostIndices || !isPlainlyFiltered(text)) return true;
		const starts = streamStarts(latin1(part));
		if (starts.length > mostStarts) return true;
		for (const start of starts) left -= inflatedSize(part.subarray(start), left);
		if (left <= 0) return true;
	}
	return false;
}

const latin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

/** A name may be written with codes: /Obj#53tm is /ObjStm. */
const plainNames = (text: string): string =>
	text.replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

const isPlainlyFiltered = (text: string): boolean => {
	if (/LZWDecode|RunLengthDecode|ASCII85Decode|ASCIIHexDecode/.test(text)) return false;
	const filters = text.match(/\/Filter\b/g)?.length ?? 0;
	const plain = text.match(/\/Filter\s*(?:\[\s*)?\/FlateDecode/g)?.length ?? 0;
	return filters === plain && (text.match(/FlateDecode/g)?.length ?? 0) === plain;
};

const ending = new TextEncoder().encode('endstream');

/** The file cut after each stream. */
function* partsOf(bytes: Uint8Array): Generator<Uint8Array> {
	let start = 0;
	for (let place = 0; place < bytes.length; place++) {
		place = bytes.indexOf(ending[0] ?? 0, place);
		if (place === -1) break;
		if (!ending.every((sign, rank) => bytes[place + rank] === sign)) continue;
		yield bytes.subarray(start, place);
		start = place + ending.length;
	}
	yield bytes.subarray(start);
}

const streamStarts = (text: string): readonly number[] =>
	text
		.matchAll(/stream(?:\r\n|\n|\r)/g)
		.take(mostStarts + 1)
		.map((found) => found.index + found[0].length)
		.toArray();

/** How much it inflates to; reading stops at what is left. What is not deflated counts for nothing. */
function inflatedSize(bytes: Uint8Array, left: number): number {
	let size = 0;
	const inflate = new Unzlib((chunk) => {
		size += chunk.length;
	});
	try {
		for (let place = 0; place < bytes.length && size < left; place += step)
			inflate.push(bytes.subarray(place, place + step));
	} catch {
		return size;
	}
	return size;
}
