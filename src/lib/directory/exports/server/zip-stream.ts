import { Zip, ZipDeflate } from 'fflate';

/** A file on its way into an archive. */
export interface ZippedFile {
	readonly name: string;
	readonly pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** An archive, packed as its files are read: only the piece under way is in memory. */
export async function* zipStream(files: AsyncIterable<ZippedFile>, at: Date): AsyncGenerator<Uint8Array> {
	let packed: Uint8Array[] = [];
	let failure: Error | undefined;
	const zip = new Zip((error, piece) => {
		failure ??= error ?? undefined;
		packed.push(piece);
	});
	const taken = () => {
		if (failure) throw failure;
		const pieces = packed;
		packed = [];
		return pieces;
	};
	for await (const { name, pieces } of files) {
		const entry = Object.assign(new ZipDeflate(name, { level: 6 }), { mtime: at });
		zip.add(entry);
		for await (const piece of pieces) {
			entry.push(piece, false);
			yield* taken();
		}
		entry.push(new Uint8Array(), true);
		yield* taken();
	}
	zip.end();
	yield* taken();
}
