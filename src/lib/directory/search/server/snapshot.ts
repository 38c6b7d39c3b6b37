import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { crc32 } from 'node:zlib';
import { createDistances } from '../distances.ts';
import { createMatching } from '../matching.ts';
import type { SearchIndex } from '../search.ts';

/** Changes with what an index holds; the engine's own format changes with its version. */
const format = `passerelles-index 1 ${process.versions.v8}`;
const headerSize = 64;

/** An index and the state of the directory that it was made of. */
export interface Snapshot {
	readonly index: SearchIndex;
	/** `stateOf` the directory. */
	readonly state: string;
	readonly version: number;
}

/** Writes a snapshot beside its place, then puts it there at once: whoever opens it reads one or the other whole. */
export async function writeSnapshot(file: string, { index, state, version }: Snapshot): Promise<void> {
	const { matching: _m, distances: _d, openings, ...lasting } = index;
	const body = serialize({
		state,
		version,
		index: { ...lasting, openings: { ...openings, asked: undefined } },
	});
	const header = Buffer.alloc(headerSize);
	header.write(format, 'latin1');
	header.writeUInt32LE(crc32(body), headerSize - 4);
	const beside = `${file}.${randomBytes(6).toString('hex')}`;
	await mkdir(dirname(file), { recursive: true });
	try {
		await writeFile(beside, [header, body], { mode: 0o600 });
		await rename(beside, file);
	} finally {
		await rm(beside, { force: true });
	}
}

/** Reads a snapshot; undefined when there is none, or it is damaged, or another version wrote it. */
export async function readSnapshot(file: string): Promise<Snapshot | undefined> {
	const bytes = await readFile(file).catch(() => undefined);
	if (!bytes || bytes.length < headerSize) return undefined;
	const [header, body] = [bytes.subarray(0, headerSize), bytes.subarray(headerSize)];
	const written = header.toString('latin1', 0, headerSize - 4).replaceAll('\0', '');
	if (written !== format || header.readUInt32LE(headerSize - 4) !== crc32(body)) return undefined;
	const { state, version, index } = deserialize(body) as Snapshot;
	const { layout, openings } = index;
	openings.answers.fill(0);
	const memory = { matching: createMatching(layout.count), distances: createDistances(layout.grid) };
	return { state, version, index: { ...index, ...memory } };
}
