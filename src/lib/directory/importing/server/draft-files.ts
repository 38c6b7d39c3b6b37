import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Act, Work } from '#lib/server/act.ts';

const partBytes = 1024 ** 2;

/** Keeps a file of a draft, a megabyte at a time. */
export async function keepFile(
	{ tx }: Act,
	draftId: string,
	file: number,
	{ name, bytes }: { readonly name: string; readonly bytes: Buffer },
): Promise<void> {
	for (let part = 0; part === 0 || part * partBytes < bytes.length; part++)
		await tx
			.insertInto('importFilePart')
			.values({
				draftId,
				file,
				name,
				part,
				bytes: bytes.subarray(part * partBytes, (part + 1) * partBytes),
			})
			.execute();
}

/** Does something with the files of a draft on the disk, which then go. Each part is asked for apart: memory stays flat. */
export async function withDraftFiles<T>(
	work: Work,
	draftId: string,
	use: (paths: readonly string[]) => Promise<T>,
): Promise<T> {
	const folder = await mkdtemp(join(tmpdir(), 'passerelles-import-'));
	try {
		const files = await work(({ tx }) =>
			tx
				.selectFrom('importFilePart')
				.select(['file', 'name'])
				.select(({ fn }) => fn.max('part').as('lastPart'))
				.where('draftId', '=', draftId)
				.groupBy(['file', 'name'])
				.orderBy('file')
				.execute(),
		);
		const paths: string[] = [];
		for (const { file, name, lastPart } of files) {
			const path = join(folder, files.length > 1 ? `${file + 1}-${name}` : name);
			await pipeline(
				Readable.from(partsOf(work, draftId, file, Number(lastPart))),
				createWriteStream(path, { mode: 0o600 }),
			);
			paths.push(path);
		}
		return await use(paths);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

async function* partsOf(work: Work, draftId: string, file: number, last: number): AsyncGenerator<Buffer> {
	for (let part = 0; part <= last; part++) {
		const { bytes } = await work(({ tx }) =>
			tx
				.selectFrom('importFilePart')
				.select('bytes')
				.where('draftId', '=', draftId)
				.where('file', '=', file)
				.where('part', '=', part)
				.executeTakeFirstOrThrow(),
		);
		yield bytes;
	}
}
