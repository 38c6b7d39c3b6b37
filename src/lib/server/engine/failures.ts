import { statfsSync } from 'node:fs';
import { Refusal } from '../../refusal.ts';
import type { TextKey } from '../../texts/catalogue.ts';

const leastFree = 200 * 1024 * 1024; // bytes: a new engine takes 40 MB, its journal grows by 16 MB

const known: [RegExp, TextKey][] = [
	[/No space left on device|ENOSPC/, 'engine.diskFull'],
	[/Disk quota exceeded|EDQUOT/, 'engine.diskFull'],
	[/could not look up effective user ID/, 'engine.namelessAccount'],
	[/Read-only file system|EROFS/, 'engine.cannotWrite'],
	[/wrong ownership|invalid permissions|Permission denied|EACCES|EPERM/, 'engine.notYours'],
];

/** What PostgreSQL wrote before it gave up, as one sentence when its cause is an everyday one. */
export function refusalFor(output: string, folder: string): Refusal | undefined {
	const found = known.find(([pattern]) => pattern.test(output));
	return found && new Refusal(503, found[1], { folder, problem: lastLine(output) });
}

/** @throws Refusal when less than 200 MB is left where a new engine must go. */
export function refuseFullDisk(folder: string): void {
	const { bavail, bsize } = statfsSync(folder);
	if (bavail * bsize < leastFree) throw new Refusal(503, 'engine.diskFull', { folder, problem: 'ENOSPC' });
}

export const codeOf = (error: unknown): string =>
	error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

export const lastLine = (output: string): string => output.trim().split('\n').at(-1) ?? '';
