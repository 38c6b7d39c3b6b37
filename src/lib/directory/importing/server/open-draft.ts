import { Refusal } from '#lib/refusal.ts';
import type { Act } from '#lib/server/act.ts';
import { mostBytes, mostFiles, safeName } from '../draft.ts';
import { keepFile } from './draft-files.ts';

export interface GivenFile {
	readonly name: string;
	readonly bytes: Buffer;
}

/**
 * Begins an import with files that somebody gives. Returns the draft's id.
 * @throws Refusal 422 without a file, 413 when there is too much for a browser
 */
export async function openDraft(act: Act, files: readonly GivenFile[], url?: string): Promise<string> {
	const { tx, at, actor } = act;
	if (files.length === 0 || files.every(({ bytes }) => bytes.length === 0))
		throw new Refusal(422, 'importing.no-file');
	if (files.length > mostFiles) throw new Refusal(422, 'importing.too-many-files', { most: mostFiles });
	const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
	if (size > mostBytes) throw new Refusal(413, 'importing.too-big', { megabytes: mostBytes / 1024 ** 2 });
	const { id } = await tx
		.insertInto('importDraft')
		.values({ accountId: actor.accountId ?? '', createdAt: at, ...(url && { url }) })
		.returning('id')
		.executeTakeFirstOrThrow();
	for (const [rank, { name, bytes }] of files.entries())
		await keepFile(act, id, rank, { name: safeName(name), bytes });
	return id;
}
