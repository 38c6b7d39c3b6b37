import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Refusal } from '#lib/refusal.ts';

const sampleSize = 65_536;

/**
 * The text of a file, piece by piece, whatever it was written in: UTF-8 or UTF-16 with their marks, UTF-8 without,
 * else Windows-1252. Bytes that mean nothing become U+FFFD.
 * @throws Refusal 422 when it cannot be opened, is empty or is not text
 */
export async function* readText(path: string): AsyncGenerator<string> {
	const sample = await readSample(path);
	refuseUnlessText(sample, basename(path));
	let decoder = decoderOfMark(sample);
	for await (const bytes of createReadStream(path, { highWaterMark: sampleSize }) as AsyncIterable<Buffer>) {
		if (!decoder && isAscii(bytes)) {
			yield bytes.toString('latin1');
			continue;
		}
		decoder ??= new TextDecoder(startsInUtf8(bytes) ? 'utf-8' : 'windows-1252');
		yield decoder.decode(bytes, { stream: true });
	}
	if (decoder) yield decoder.decode();
}

async function readSample(path: string): Promise<Buffer> {
	const file = basename(path);
	try {
		if ((await stat(path)).isDirectory()) throw new Refusal(422, 'imports.file.directory', { file });
		const handle = await open(path);
		try {
			const { buffer, bytesRead } = await handle.read(Buffer.alloc(sampleSize), 0, sampleSize, 0);
			return buffer.subarray(0, bytesRead);
		} finally {
			await handle.close();
		}
	} catch (error) {
		throw explained(error, file);
	}
}

function explained(error: unknown, file: string): unknown {
	const code = error instanceof Error && 'code' in error ? error.code : undefined;
	if (code === 'ENOENT' || code === 'ENOTDIR') return new Refusal(422, 'imports.file.missing', { file });
	if (code === 'EACCES' || code === 'EPERM') return new Refusal(422, 'imports.file.forbidden', { file });
	return error;
}

function refuseUnlessText(sample: Buffer, file: string): void {
	if (sample.length === 0) throw new Refusal(422, 'imports.file.empty', { file });
	if (sample.toString('latin1', 0, 2) === 'PK' || sample.readUInt8(0) === 0x1f)
		throw new Refusal(422, 'imports.file.workbook', { file });
	if (sample.toString('latin1', 0, 5) === '%PDF-' || (!decoderOfMark(sample) && isBinary(sample)))
		throw new Refusal(422, 'imports.file.binary', { file });
}

function decoderOfMark(sample: Buffer): TextDecoder | undefined {
	const mark = sample.toString('hex', 0, 3);
	if (mark === 'efbbbf') return new TextDecoder('utf-8');
	if (mark.startsWith('fffe')) return new TextDecoder('utf-16le');
	if (mark.startsWith('feff')) return new TextDecoder('utf-16be');
	return undefined;
}

/** Text has no zero byte, and hardly any control character but tabs and ends of lines. */
function isBinary(sample: Buffer): boolean {
	const controls = sample.filter((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13).length;
	return sample.includes(0) || controls > sample.length / 100;
}

const isAscii = (bytes: Buffer): boolean => bytes.every((byte) => byte < 128);

/** Whether bytes are UTF-8, their last character perhaps cut by the end of the piece. */
function startsInUtf8(bytes: Buffer): boolean {
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
		return true;
	} catch {
		return false;
	}
}
