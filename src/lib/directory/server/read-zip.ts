import { type FileHandle, open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { Refusal } from '#lib/refusal.ts';

/** A file within an archive. */
export interface ZipEntry {
	readonly name: string;
	readonly isDeflated: boolean;
	readonly packedSize: number;
	readonly start: number;
}

/** An archive, read where it lies: only the piece under way is in memory. */
export interface Zip {
	readonly entries: readonly ZipEntry[];
	/** @throws Refusal 422 when it is not what it says, or grows beyond all measure */
	read(entry: ZipEntry): AsyncGenerator<Buffer>;
	close(): Promise<void>;
}

const mostEntries = 10_000;
const longestDirectory = 16_000_000;
const mostInflated = 1_500_000_000;
/** Sheets full of repeated cells shrink a hundred times; only what is made to harm shrinks more. */
const steepest = 200;
const smallEnough = 10_000_000;

/** @throws Refusal 422 when it is not an archive, or one that is broken, split or locked */
export async function openZip(path: string, file: string): Promise<Zip> {
	const handle = await open(path);
	let inflated = 0;
	const grow = (bytes: number) => {
		inflated += bytes;
		if (inflated > mostInflated) throw bomb(file);
	};
	try {
		const entries = await entriesOf(handle, file);
		return {
			entries,
			read: (entry) => readEntry(handle, entry, file, grow),
			close: () => handle.close(),
		};
	} catch (error) {
		await handle.close();
		throw error;
	}
}

const broken = (file: string) => new Refusal(422, 'mapping.file.workbook-broken', { file });
const bomb = (file: string) => new Refusal(422, 'mapping.file.workbook-bomb', { file });

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const localMark = 0x04034b50;

/** The directory stands at the end of an archive: where each of its files starts, how it is packed. */
async function entriesOf(handle: FileHandle, file: string): Promise<ZipEntry[]> {
	const { size } = await handle.stat();
	const tail = await bytesAt(handle, Math.max(0, size - 65_557), Math.min(size, 65_557));
	const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
	if (end < 0 || end + 22 > tail.length || tail.readUInt32LE(end) !== endMark) throw broken(file);
	const count = tail.readUInt16LE(end + 10);
	const length = tail.readUInt32LE(end + 12);
	if (count > mostEntries || length > longestDirectory) throw broken(file);
	const directory = await bytesAt(handle, tail.readUInt32LE(end + 16), length);
	return [...directoryEntries(directory, count, file)];
}

function* directoryEntries(directory: Buffer, count: number, file: string): Generator<ZipEntry> {
	let at = 0;
	for (let rank = 0; rank < count; rank++) {
		if (at + 46 > directory.length || directory.readUInt32LE(at) !== entryMark) throw broken(file);
		const [flags, method] = [directory.readUInt16LE(at + 8), directory.readUInt16LE(at + 10)];
		const [nameLength, extraLength, commentLength] = [28, 30, 32].map((place) =>
			directory.readUInt16LE(at + place),
		);
		if (flags & 1 || (method !== 0 && method !== 8)) throw broken(file);
		const nameEnd = at + 46 + (nameLength ?? 0);
		yield {
			name: directory
				.toString('utf8', at + 46, nameEnd)
				.replaceAll('\\', '/')
				.replace(/^\//, ''),
			isDeflated: method === 8,
			packedSize: directory.readUInt32LE(at + 20),
			start: directory.readUInt32LE(at + 42),
		};
		at = nameEnd + (extraLength ?? 0) + (commentLength ?? 0);
	}
}

async function* readEntry(
	handle: FileHandle,
	{ start, packedSize, isDeflated }: ZipEntry,
	file: string,
	grow: (bytes: number) => void,
): AsyncGenerator<Buffer> {
	const local = await bytesAt(handle, start, 30);
	if (local.length < 30 || local.readUInt32LE(0) !== localMark) throw broken(file);
	const first = start + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
	const packed = Readable.from(piecesOf(handle, first, packedSize));
	const inflate = createInflateRaw();
	packed.on('error', (error) => inflate.destroy(error));
	const pieces: AsyncIterable<Buffer> = isDeflated ? packed.pipe(inflate) : packed;
	let size = 0;
	try {
		for await (const piece of pieces) {
			size += piece.length;
			grow(piece.length);
			if (size > smallEnough && size > steepest * packedSize) throw bomb(file);
			yield piece;
		}
	} catch (error) {
		throw error instanceof Refusal ? error : broken(file);
	} finally {
		packed.destroy();
		inflate.destroy();
	}
}

const pieceSize = 65_536;

async function* piecesOf(handle: FileHandle, start: number, size: number): AsyncGenerator<Buffer> {
	for (let read = 0; read < size; read += pieceSize) {
		const piece = await bytesAt(handle, start + read, Math.min(pieceSize, size - read));
		if (piece.length === 0) return;
		yield piece;
	}
}

async function bytesAt(handle: FileHandle, start: number, length: number): Promise<Buffer> {
	const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, start);
	return buffer.subarray(0, bytesRead);
}
