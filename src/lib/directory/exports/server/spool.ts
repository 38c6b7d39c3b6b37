import { createReadStream } from 'node:fs';
import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Texts kept aside on the disk while others are written, to be read again one after the other. */
export interface Spool {
	append(name: string, text: string): Promise<void>;
	read(name: string): AsyncIterable<Uint8Array>;
	remove(): Promise<void>;
}

export async function openSpool(): Promise<Spool> {
	const folder = await mkdtemp(join(tmpdir(), 'passerelles-export-'));
	const files = new Map<string, FileHandle>();
	const fileOf = async (name: string) => {
		const file = files.get(name) ?? (await open(join(folder, name), 'a'));
		files.set(name, file);
		return file;
	};
	return {
		append: async (name, text) => void (await (await fileOf(name)).write(text)),
		read: (name) => createReadStream(join(folder, name)),
		remove: async () => {
			for (const file of files.values()) await file.close();
			await rm(folder, { recursive: true, force: true });
		},
	};
}
